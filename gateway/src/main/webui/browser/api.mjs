// The API as a program calls it, to hold what the page shows against.
export function api(base, key) {
  async function call(method, path, body) {
    const response = await fetch(base + path, {
      method,
      headers: { Authorization: `Bearer ${key}`, ...(body ? { "Content-Type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  }
  return { get: (path) => call("GET", path), post: (path, body) => call("POST", path, body) };
}

/** A link of the installation's, at the address that the browser uses. */
export async function link(base, key, role = "reader") {
  const { url } = await api(base, key).post(`/v1/sessions?role=${role}`);
  return at(base, url);
}

export function at(base, url) {
  const { pathname, search, hash } = new URL(url);
  return base + pathname + search + hash;
}
