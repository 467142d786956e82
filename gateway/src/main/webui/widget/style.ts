export const style = (colour: string, onColour: string) => `
:host{all:initial;--a:${colour};--o:${onColour};--p:#fff;--i:#1b1b1b;--s:#5a5a5a;--l:#767676;--w:#a3182b;color-scheme:light dark}
@media(prefers-color-scheme:dark){:host{--p:#202124;--i:#f2f2f2;--s:#bdbdbd;--l:#9a9a9a;--w:#ff9aa5}}
*{box-sizing:border-box}
.card{position:fixed;z-index:2147483000;inset:auto 1rem 1rem auto;width:min(26rem,calc(100vw - 2rem));max-height:calc(100vh - 2rem);
overflow:auto;padding:1.25rem;background:var(--p);color:var(--i);border:1px solid var(--l);border-top:.25rem solid var(--a);
border-radius:.75rem;box-shadow:0 .5rem 2rem rgb(0 0 0/.3);font:1rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
fieldset,.q{border:0;margin:0 0 1rem;padding:0;min-width:0}
legend,.q label{display:block;padding:0 2.5rem .5rem 0;font-weight:600}
.points{display:grid;grid-template-columns:repeat(auto-fit,minmax(1.75rem,1fr));gap:.25rem}
.point{position:relative}
.point input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.point label{display:grid;place-items:center;min-height:2.5rem;border:1px solid var(--l);border-radius:.4rem;font-weight:600}
.point input:checked+label{background:var(--a);color:var(--o);box-shadow:0 0 0 2px var(--i)}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.25rem 0 0;color:var(--s);font-size:.875rem}
.choice{display:flex;gap:.6rem;align-items:center;min-height:2.5rem}
.choice input{flex:none;width:1.2rem;height:1.2rem;accent-color:var(--a)}
.choice label{flex:1;padding:.4rem 0}
textarea,input[type=number]{width:100%;padding:.5rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--l);border-radius:.4rem}
button{min-height:2.5rem;padding:.5rem 1.25rem;font:inherit;font-weight:600;color:var(--o);background:var(--a);border:1px solid var(--l);
border-radius:.4rem;cursor:pointer}
.close{position:absolute;inset:.5rem .5rem auto auto;min-width:2.5rem;padding:0;color:inherit;background:transparent;border-color:transparent;font-size:1.25rem}
.wrong{margin:0 0 .5rem;color:var(--w);font-weight:600}
:focus-visible,.point input:focus-visible+label{outline:3px solid var(--i);outline-offset:2px}
@media(forced-colors:active){.point input:checked+label{outline:3px solid Highlight}}`;
