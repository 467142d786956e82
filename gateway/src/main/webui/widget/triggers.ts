import type { Offer } from "./offer";

export type Listeners = Map<string, (() => void)[]>;

/** Calls `fire` when the first of the survey's triggers goes off; at once where it has none. */
export function arm({ widget }: Offer, listeners: Listeners, fire: () => void): void {
  const { delaySeconds, scrollPercent, onExit, event } = widget;
  if (delaySeconds !== null || (scrollPercent === null && !onExit && event === null)) {
    setTimeout(fire, (delaySeconds ?? 0) * 1000);
  }
  if (scrollPercent !== null) {
    onScroll(scrollPercent, fire);
  }
  if (onExit) {
    document.documentElement.addEventListener("mouseleave", (leaving) => leaving.clientY <= 0 && fire());
  }
  if (event !== null) {
    listeners.set(event, [...(listeners.get(event) ?? []), fire]);
  }
}

function onScroll(percent: number, fire: () => void): void {
  const look = () => {
    const { scrollHeight } = document.documentElement;
    if ((scrollY + innerHeight) * 100 >= scrollHeight * percent && scrollHeight > innerHeight) {
      removeEventListener("scroll", look);
      fire();
    }
  };
  addEventListener("scroll", look, { passive: true });
  look();
}
