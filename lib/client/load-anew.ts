/** Goes to another page with nothing left in memory of who was here before; the router would keep what it has read. */
export function loadAnew(path: string): void {
  window.location.href = new URL(path, window.location.origin).href;
}
