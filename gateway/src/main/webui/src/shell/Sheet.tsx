import { type ReactNode, useLayoutEffect, useRef } from "react";
import styles from "./Sheet.module.css";

interface Props {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** A modal sheet at the side, the whole screen on a phone. The browser keeps the focus in it and brings it back. */
export function Sheet({ title, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);

  // Closed before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby="sheet-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div className={styles.body}>
        <header className={styles.top}>
          <h2 id="sheet-title">{title}</h2>
          <button type="button" onClick={close}>
            Close
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
