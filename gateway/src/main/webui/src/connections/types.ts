import type { ConnectionType } from "../api/connections";

/** Something that a source needs to be told: a credential is kept encrypted and not shown again. */
export interface Need {
  name: string;
  label: string;
  as: "credential" | "setting";
  required: boolean;
  help?: string;
}

export interface Source {
  type: ConnectionType;
  name: string;
  /** What comes in. */
  brings: string;
  /** Where its owner sets it up. */
  steps: string;
  /** Who makes the secret that deliveries are checked with. */
  secret: "ours" | "theirs" | "none";
  needs: Need[];
}

const credential = (name: string, label: string, required: boolean, help?: string): Need => ({
  name,
  label,
  as: "credential",
  required,
  ...(help ? { help } : {}),
});
const setting = (name: string, label: string, required: boolean, help?: string): Need => ({
  name,
  label,
  as: "setting",
  required,
  ...(help ? { help } : {}),
});

export const SOURCES: Source[] = [
  {
    type: "google-business-profile",
    name: "Google Business Profile",
    brings: "Reviews on Google, with edits and deletions.",
    steps: "In Google Cloud, make a Pub/Sub push subscription to the address below, signed by a service account, and send the profile's notifications to its topic.",
    secret: "none",
    needs: [
      setting("serviceAccount", "Service account", true, "In whose name Pub/Sub pushes, such as push@shop.iam.gserviceaccount.com."),
      credential("clientId", "OAuth client id", true),
      credential("clientSecret", "OAuth client secret", true),
      credential("refreshToken", "Refresh token", true, "Of an account that may manage the profile."),
    ],
  },
  {
    type: "trustpilot",
    name: "Trustpilot",
    brings: "Reviews on Trustpilot. Nothing is set up there: it is asked every few minutes.",
    steps: "",
    secret: "none",
    needs: [setting("businessUnitId", "Business unit id", true), credential("apiKey", "API key", true)],
  },
  {
    type: "facebook",
    name: "Facebook",
    brings: "Recommendations, comments, posts and mentions of your page.",
    steps: "In Meta for Developers, open your app's webhooks for Page, enter the address below and the verify token, and choose ratings, feed and mention.",
    secret: "theirs",
    needs: [
      credential("verifyToken", "Verify token", true, "A word that you make up and enter there, too."),
      setting("location", "Place", false, "Which of your places it is about."),
    ],
  },
  {
    type: "instagram",
    name: "Instagram",
    brings: "Comments and mentions.",
    steps: "In Meta for Developers, open your app's webhooks for Instagram, enter the address below and the verify token, and choose comments and mentions.",
    secret: "theirs",
    needs: [
      credential("verifyToken", "Verify token", true, "A word that you make up and enter there, too."),
      credential("accessToken", "Access token", false, "With which the words of mentions are fetched."),
    ],
  },
  {
    type: "typeform",
    name: "Typeform",
    brings: "Answers to a form, with their score.",
    steps: "In the form's Connect tab, add a webhook with the address and the secret below.",
    secret: "ours",
    needs: [setting("touchpoint", "Touchpoint", false, "Where the form is shown.")],
  },
  {
    type: "mailchimp",
    name: "Mailchimp",
    brings: "What became of your e-mails, and who unsubscribed.",
    steps: "Under Audience, Settings, Webhooks, enter the address below with ?secret= and the secret behind it.",
    secret: "ours",
    needs: [credential("apiKey", "API key", false, "With it, reports of campaigns are read.")],
  },
  {
    type: "stripe",
    name: "Stripe",
    brings: "Payments, refunds and subscriptions.",
    steps: "Under Developers, Webhooks, add an endpoint with the address below. Then bring its signing secret here.",
    secret: "theirs",
    needs: [],
  },
  {
    type: "shopify",
    name: "Shopify",
    brings: "Orders and refunds.",
    steps: "Under Settings, Notifications, Webhooks, add the address below for Order payment, Order update and Refund create, as JSON. The secret stands below the list.",
    secret: "theirs",
    needs: [],
  },
  {
    type: "segment",
    name: "Segment",
    brings: "The calls of its libraries: track, identify, page.",
    steps: "In your Segment libraries, put the address below where theirs stands (endpoint or host), and the secret for the write key.",
    secret: "ours",
    needs: [],
  },
  {
    type: "standard-webhooks",
    name: "Anything else (Standard Webhooks)",
    brings: "Feedback of whatever can send signed JSON.",
    steps: "Send your feedback to the address below, signed with the secret by any library of standardwebhooks.com.",
    secret: "ours",
    needs: [setting("source", "What it is called", false, "The source of feedback that doesn't say its own, such as acme-reviews.")],
  },
];

export function sourceOf(type: string): Source | undefined {
  return SOURCES.find((source) => source.type === type);
}
