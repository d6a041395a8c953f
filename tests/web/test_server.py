"""The server: pages, questions over the socket, numbers that agree with the command line, and who is refused."""

from __future__ import annotations

import dataclasses
import json
import logging

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

import alliance.web.server as server
from alliance.cli import main
from alliance.web.guards import MOST_BODY
from alliance.web.lessons import lessons
from alliance.web.server import application
from sim.running import run
from sim.scenario import load_scenario

HOST = {"host": "127.0.0.1"}
SOCKET = HOST | {"origin": "http://127.0.0.1"}
WATER = {"preset": "water"}


@pytest.fixture(scope="module")
def client():
    with TestClient(application(), base_url="http://127.0.0.1") as made:
        yield made


def told(client, question, most=50):
    """The answer to one question after so many futures."""
    with client.websocket_connect("/live", headers=SOCKET) as socket:
        socket.send_text(json.dumps(question | {"seq": 1}))
        while True:
            said = socket.receive_json()
            if "ahead" not in said and said.get("n", most) >= most:
                return said


# Pages and answers


def test_the_page_loads_nothing_from_elsewhere(client):
    answer = client.get("/")
    assert answer.status_code == 200 and "default-src 'self'" in answer.headers["content-security-policy"]
    assert "http" not in answer.text.replace('http-equiv', "")


def test_the_catalogue_is_in_both_languages(client):
    french, english = (client.get("/api/catalogue", params={"lang": lang}).json() for lang in ("fr", "en"))
    assert french["parameters"].keys() == english["parameters"].keys() and len(french["lessons"]) == 13
    path = "alliance.meeting_interval"
    assert french["parameters"][path]["label"] != english["parameters"][path]["label"]


def test_page_and_command_line_give_the_same_numbers(client, tmp_path, monkeypatch, capsys):
    """A design that was edited, all 1,000 futures of the page against `alliance run` on the file that it hands out."""
    monkeypatch.chdir(tmp_path)
    design = WATER | {"set": {"alliance.meeting_interval": 6}, "removed": ["alma"], "seed": 5}
    found = told(client, {"ask": "explore", "designs": {"A": design}}, 1000)["found"]
    text = client.post("/api/design", json={"design": design}).json()["file"]
    (tmp_path / "design.yaml").write_text(text, encoding="utf-8")
    assert main(["run", "design.yaml", "-r", "1000", "--seed", "5", "--json", "-q"]) == 0
    outcomes = json.loads(capsys.readouterr().out)["outcomes"]
    assert found["chance"]["mean"] == pytest.approx(outcomes["policy_changed"]["mean"], abs=1e-12)
    assert found["outcomes"]["hours_total"]["mean"] == pytest.approx(outcomes["hours_total"]["mean"], rel=1e-12)


def test_the_newest_question_wins(client):
    with client.websocket_connect("/live", headers=SOCKET) as socket:
        for number in range(1, 9):
            design = WATER | {"set": {"alliance.goal_ambition": number / 10}}
            socket.send_text(json.dumps({"ask": "explore", "designs": {"A": design}, "seq": number}))
        said = socket.receive_json()
        while said["seq"] != 8 or not said.get("settled"):
            said = socket.receive_json()
    fresh = told(client, {"ask": "explore", "designs": {"A": design}}, 1000)
    assert said["found"] == fresh["found"]


def test_a_comparison_says_what_the_report_would(client):
    question = {"ask": "compare", "designs": {"A": WATER, "B": WATER}, "lang": "fr"}
    found = told(client, question)["found"]
    row = next(row for row in found["pairs"] if row["outcome"] == "policy_changed")
    assert row["difference"] == 0.0 and not row["distinguishable"] and "ne se distinguent pas" in found["sentences"][0]


def test_members_taken_away_and_levers_moved(client):
    found = told(client, {"ask": "matters", "designs": {"A": WATER}, "about": "members"}, 25)["found"]
    assert len(found["rows"]) == 8 and {row["path"] for row in found["rows"]} >= {"aquaterra", "delta"}
    found = told(client, {"ask": "matters", "designs": {"A": WATER}, "about": "context"}, 25)["found"]
    assert {row["path"] for row in found["rows"]} >= {"context.controversy", "context.problem_kind"}


def test_two_levers_together(client):
    question = {"ask": "heat", "designs": {"A": WATER}, "x": "alliance.meeting_interval", "y": "alliance.decision_rule"}
    found = told(client, question, 25)["found"]
    assert len(found["values"]) == len(found["ys"]) and all(len(row) == len(found["xs"]) for row in found["values"])


def test_one_future_is_the_run_of_its_number(client):
    said = client.post("/api/future", json={"design": WATER, "replicate": 7, "lang": "en"}).json()
    lived = run(load_scenario("water"), seed=1, replicate=7, trajectory=True)
    assert said["changed"] == bool(lived.outcomes["policy_changed"]) and len(said["pictures"]) == len(said["weeks"])
    trust = [lived.trajectory["trust_mean"][week - 1] for week in said["weeks"]]
    assert said["trajectory"]["trust_mean"] == pytest.approx(trust, abs=1e-4)
    assert said["events"] and all(event["text"] for event in said["events"])


def test_why_two_plans_part(client, monkeypatch):
    monkeypatch.setattr("experiments.studies.parting.PAIRS_READ", 4)
    other = WATER | {"removed": ["aquaterra", "alma"]}
    said = client.post("/api/why", json={"designs": {"A": WATER, "B": other}}).json()
    assert said["pairs"][0]["read"] == 4 and said["stories"]["usual"]["lines"]["fr"]


def test_the_report_is_the_one_of_the_command(client, tmp_path, monkeypatch):
    monkeypatch.setattr(server, "MOST", 40)
    monkeypatch.setattr("experiments.studies.parting.PAIRS_READ", 3)
    designs = {"A": WATER, "B": WATER | {"set": {"alliance.meeting_interval": 9}}}
    answer = client.post("/api/report", json={"designs": designs, "lang": "fr", "contexts": 0})
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert lines[0]["of"] == 80 and lines[-1]["data"]["futures"] == 40
    page = client.get(f"/made/{lines[-1]['id']}.html")
    assert '<html lang="fr">' in page.text and "script" not in page.headers["content-security-policy"]
    assert client.get("/made/nothing.html").status_code == 404


def test_runs_as_a_table(client):
    text = client.post("/api/runs.csv", json={"design": WATER}).text
    assert len(text.splitlines()) == 1001 and text.startswith("policy_changed,")


@pytest.mark.parametrize("number", [1, 13])
def test_a_lesson_as_one_file(client, number, monkeypatch):
    asked = lessons()[number]
    monkeypatch.setitem(lessons(), number, dataclasses.replace(asked, futures=20))
    answer = client.get(f"/handout/{number}.html", params={"lang": "fr"})
    assert answer.status_code == 200 and "attachment" in answer.headers["content-disposition"]
    for outside in ("import ", "export ", "src=", "href=", "http://", "https://"):
        assert outside not in answer.text.replace("http://www.w3.org/2000/svg", "")
    assert asked.texts["question"]["fr"] in answer.text


# What is refused


@pytest.mark.parametrize(
    "question",
    [
        {"ask": "everything"}, {"ask": "explore"}, {"ask": "explore", "designs": {}},
        {"ask": "explore", "designs": {"A": {"preset": "nowhere"}}}, {"ask": "lesson", "lesson": 99},
        {"ask": "explore", "designs": {"A": WATER}, "lang": "xx"}, {"ask": "compare", "designs": {"A": WATER}},
        {"ask": "explore", "designs": {"A": WATER}, "fan": "nothing"},
        {"ask": "heat", "designs": {"A": WATER}, "x": "alliance.meeting_interval", "y": "alliance.meeting_interval"},
        {"ask": "explore", "designs": {"A": WATER | {"removed": ["aquaterra", "sources", "collines", "femina", "agrafe",
                                                                "alma", "hydra", "delta"]}}},
        {"ask": "compare", "designs": {"A": WATER, "B": {"preset": "georgia"}}},
    ],
)  # fmt: skip
def test_a_wrong_question_is_told_what_is_wrong_and_the_page_goes_on(client, question):
    with client.websocket_connect("/live", headers=SOCKET) as socket:
        socket.send_text(json.dumps(question | {"seq": 1}))
        assert socket.receive_json()["problems"]
        socket.send_text("no JSON")
        assert socket.receive_json()["problems"]
        socket.send_text(json.dumps({"ask": "explore", "designs": {"A": WATER}, "seq": 2}))
        assert socket.receive_json()["n"] == 50


def test_a_name_is_text_wherever_it_goes(client):
    hostile = '<script>alert(1)</script>"; DROP TABLE'
    design = WATER | {"added": [{"id": "x", "name": hostile, "kind": "faith"}]}
    said = client.post("/api/future", json={"design": design, "lang": "fr"}).json()
    assert any(one["name"] == hostile for one in said["members"])


@pytest.mark.parametrize("path", ["/static/../design.py", "/static/%2e%2e/design.py", "/static/..%2f..%2fcli/app.py",
                                  "/made/..%2f..%2fetc%2fpasswd.html", "//etc/passwd"])  # fmt: skip
def test_no_path_leads_outside(client, path):
    answer = client.get(path)
    assert answer.status_code in (400, 404) and "import" not in answer.text


def test_foreign_hosts_and_origins_are_refused(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    foreign = {"origin": "http://evil.example"}
    assert client.post("/api/design", json={"design": WATER}, headers=foreign).status_code == 403
    for headers in (HOST | foreign, HOST, {"host": "evil.example", "origin": "http://evil.example"}):
        with pytest.raises(WebSocketDisconnect), client.websocket_connect("/live", headers=headers) as socket:
            socket.receive_json()


def test_a_body_has_an_end(client):
    assert client.post("/api/design", content=b"x" * (MOST_BODY + 1)).status_code == 413

    def endless():
        for _ in range(20):
            yield b"x" * 50_000

    assert client.post("/api/design", content=endless()).status_code in (413, 422)


def test_in_a_shared_network_a_token_is_asked_for():
    with TestClient(application({"lab.local"}, token="secret"), base_url="http://lab.local") as client:
        assert client.get("/").status_code == 401 and client.get("/?token=wrong").status_code == 401
        assert client.get("/?token=secret").status_code == 200
        assert client.get("/").status_code == 200, "the page keeps it as a cookie"


def test_an_error_of_ours_has_a_name_and_tells_nothing_of_the_design(monkeypatch, caplog):
    def broken(*_):
        raise RuntimeError("boom")

    monkeypatch.setattr(server, "told_future", broken)
    with TestClient(application(), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        with caplog.at_level(logging.ERROR, "alliance.web"):
            secret = WATER | {"added": [{"id": "x", "name": "Secret Name", "kind": "faith"}]}
            answer = client.post("/api/future", json={"design": secret})
    assert answer.status_code == 500 and answer.json()["failed"] in caplog.text and "Secret Name" not in caplog.text
