"""The rules that agents call on their own row: the very functions that the compiled week loops over."""

from sim.compiled import door
from sim.rules.acting import face_confrontation
from sim.rules.calendar import change_staff, receive_funding, serve_term
from sim.rules.deciding import vote
from sim.rules.families import (
    accompany,
    align_funding,
    consult_base,
    open_doors,
    publish,
    report_issue,
    weigh_interest,
)  # fmt: skip
from sim.rules.influencing import receive
from sim.rules.joining import decide_to_join
from sim.rules.leaving import leave
from sim.rules.meeting import attend, bond, go_home, listen
from sim.rules.opposing import oppose
from sim.rules.relating import feel, relate, tend_own_relations
from sim.rules.working import offer, work

RECEIVE_FUNDING = door(receive_funding)
CHANGE_STAFF = door(change_staff)
DECIDE_TO_JOIN = door(decide_to_join)
LEAVE = door(leave)
ATTEND = door(attend)
LISTEN = door(listen)
BOND = door(bond)
GO_HOME = door(go_home)
OFFER = door(offer)
WORK = door(work)
FACE_CONFRONTATION = door(face_confrontation)
RELATE = door(relate)
TEND_OWN_RELATIONS = door(tend_own_relations)
FEEL = door(feel)
OPPOSE = door(oppose)
ACCOMPANY = door(accompany)
CONSULT_BASE = door(consult_base)
ALIGN_FUNDING = door(align_funding)
OPEN_DOORS = door(open_doors)
PUBLISH = door(publish)
WEIGH_INTEREST = door(weigh_interest)
REPORT_ISSUE = door(report_issue)
SERVE_TERM = door(serve_term)
RECEIVE = door(receive)
VOTE = door(vote)
