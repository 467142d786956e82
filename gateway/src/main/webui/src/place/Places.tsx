import { type MouseEvent, useEffect, useRef } from "react";
import { goTo } from "../shell/address";
import styles from "./Places.module.css";
import { type Place, hrefOf, placesFor } from "./places";

interface Props {
  at: Place;
  scopes: string[];
}

/** The way from page to page. */
export function Places({ at, scopes }: Props) {
  const places = placesFor(scopes);
  const here = useRef<HTMLAnchorElement>(null);

  // On a phone the names are wider than the screen.
  useEffect(() => {
    void here.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [at]);

  if (places.length < 2) return null;

  function follow(event: MouseEvent, href: string) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(href);
  }

  return (
    <nav className={styles.places} aria-label="Pages">
      <ul>
        {places.map(({ place, name }) => {
          const href = hrefOf(place, window.location.search);
          return (
            <li key={place}>
              <a ref={place === at ? here : undefined} href={href} aria-current={place === at ? "page" : undefined} onClick={(event) => follow(event, href)}>
                {name}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
