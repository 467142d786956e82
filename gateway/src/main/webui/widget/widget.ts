import { clean } from "../tracker/address";
import { random } from "../tracker/random";
import { show } from "./card";
import { memory } from "./memory";
import { type Offer, body } from "./offer";
import { post } from "./send";
import { type Listeners, arm } from "./triggers";

type Call = [name: string, value?: unknown];
type Survey = ((...call: Call) => void) & { q?: Iterable<unknown>[]; on?: boolean };

const host = window as unknown as { rapportSurvey?: Survey };
const script = document.currentScript as HTMLScriptElement;
const { key, customer, visitor, language } = script.dataset;
const signals = navigator as { doNotTrack?: string | null; globalPrivacyControl?: boolean };
const objects = signals.doNotTrack === "1" || !!signals.globalPrivacyControl;

/** Looks for surveys for this page, and shows the first whose moment comes. */
function begin(key: string): (...call: Call) => void {
  const address = (path: string) => new URL(`${path}?key=${key}`, script.src).href;
  const { quiet, asked, drawn } = memory(`rapport-survey:${key}`);
  const listeners: Listeners = new Map();
  const happened = new Set<string>();
  const person = objects
    ? {}
    : { customerId: customer || undefined, visitorId: visitor || document.cookie.match(/\brapport_id=(\w+)/)?.[1] };
  let shown = false;

  const tell = (type: string, { survey }: Offer, responseId: string) => {
    if (!objects) {
      void post(address("v1/events"), {
        id: random(),
        source: "widget",
        type,
        channel: "web",
        occurredAt: new Date().toISOString(),
        ...person,
        page: { url: clean(location.href) },
        context: navigator.webdriver ? { automated: true } : undefined,
        properties: { surveyId: survey.id, version: survey.version, responseId },
      });
    }
  };

  const open = async (offer: Offer) => {
    if (shown || quiet(offer.quietDays)) {
      return;
    }
    shown = true;
    const path = `v1/surveys/${offer.survey.id}`;
    const decision = (await post(address(`${path}/shown`), person)) as { show: boolean } | undefined;
    if (!decision?.show) {
      return;
    }
    asked();
    const id = random();
    let sent: Promise<unknown> = Promise.resolve();
    tell("survey_shown", offer, id);
    show(offer, {
      started: () => tell("survey_started", offer, id),
      saved: (answers, complete) => {
        const { version } = offer.survey;
        const page = location.pathname.slice(0, 2000);
        const what = { ...body(answers), id, surveyVersion: version, ...person, channel: "web", page, partial: !complete };
        // One after the other: what completes the answer must not be overtaken by what was before it.
        sent = sent.then(() => post(address(`${path}/responses`), what));
        if (complete) {
          tell("survey_completed", offer, id);
        }
      },
    });
  };

  const happen = (name: string) => {
    happened.add(name);
    listeners.get(name)?.forEach((fire) => fire());
  };

  void post(address("v1/surveys/offers"), {
    page: location.pathname.slice(0, 2000),
    language: language || navigator.languages.join(",").slice(0, 200) || undefined,
    ...person,
  }).then((answer) => {
    const offers = ((answer as { items: Offer[] } | undefined)?.items ?? []).filter(
      ({ survey, widget, quietDays }) => !quiet(quietDays) && drawn(survey.id, widget.share),
    );
    offers.forEach((offer) => arm(offer, listeners, () => void open(offer)));
    happened.forEach(happen);
  });

  return (name, value) => {
    if (name === "event") {
      happen(String(value));
    }
  };
}

if (key && !host.rapportSurvey?.on) {
  const queue = host.rapportSurvey?.q ?? [];
  const run = begin(key);
  host.rapportSurvey = Object.assign(run, { on: true });
  queue.forEach((call) => run(...([...call] as Call)));
}
