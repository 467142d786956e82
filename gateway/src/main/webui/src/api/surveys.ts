import { type Schemas, api, done, taken } from "./client";

export type Survey = Schemas["SurveyItem"];
export type SurveyDraft = Partial<Schemas["SurveyInput"]> & { name: string; type: Survey["type"] };

export async function listSurveys(signal: AbortSignal) {
  return (await taken(api.GET("/v1/surveys", { params: { query: { limit: 200 } as never }, signal }))).items;
}

export function createSurvey(body: SurveyDraft) {
  return taken(api.POST("/v1/surveys", { body: body as never }));
}

export function changeSurvey(id: string, body: Partial<Schemas["SurveyChange"]>) {
  return taken(api.PATCH("/v1/surveys/{id}", { params: { path: { id } }, body: body as never }));
}

export function removeSurvey(id: string) {
  return done(api.DELETE("/v1/surveys/{id}", { params: { path: { id } } }));
}
