/** Questions to the model: the newest wins; answers come in stages. */

let socket = null;
let number = 0;
let waiting = null; // the question that is open: {number, text, listener}
let wait = 250;
let status = () => {};

/** Tell of the connection: "open" or "gone". */
export function onStatus(listener) {
  status = listener;
}

function connect() {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  socket = new WebSocket(`${scheme}://${location.host}/live`);
  socket.addEventListener("open", () => {
    wait = 250;
    status("open");
    if (waiting) socket.send(waiting.text);
  });
  socket.addEventListener("message", (event) => {
    const said = JSON.parse(event.data);
    if (waiting && said.seq === waiting.number) waiting.listener(said);
  });
  socket.addEventListener("close", () => {
    status("gone");
    socket = null;
    setTimeout(connect, wait);
    wait = Math.min(4000, wait * 2);
  });
}

/** Ask; `listener` gets {n, of, settled, found}, {ahead}, {problems} or {failed}. An earlier question is dropped. */
export function ask(question, listener) {
  number += 1;
  waiting = { number, text: JSON.stringify({ ...question, seq: number }), listener };
  if (!socket) connect();
  else if (socket.readyState === WebSocket.OPEN) socket.send(waiting.text);
}

/** Want no answer any more. */
export function forget() {
  waiting = null;
}

/** One answer to one question over HTTP; throws {problems} or {failed}. */
export async function once(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  if (answer.ok) return answer;
  let said = { failed: String(answer.status) };
  try {
    said = await answer.json();
  } catch {
    /* no JSON: the status says it */
  }
  throw said;
}
