"""The verbs of saying and acting in a sentence, each with its subject: who agrees, proposes, thanks, affirms."""

from msgspec import Struct

from bangiao.findings.commitment_words import ActWords, Match
from bangiao.findings.phrases import Phrase
from bangiao.findings.scene import Scene

_BREAKS = frozenset((",", ";", ":", "-", "và", "đồng thời", "cũng như", "qua đó", "song", "nhưng"))
_PRONOUNS = frozenset("ông bà tôi ngài họ anh người".split()) | {"đồng chí", "chúng tôi", "ta", "chúng ta"}
_OBJECT_OF = frozenset(
    "với cho của tới đến về tại ở giữa bởi do từ trong để giúp gửi cùng đối theo là trước dành sang qua vào đưa như".split()
)
_LIGHT = frozenset(
    "cũng đã đều đang còn luôn cùng rất hết sức một lần nữa trân trọng vui mừng chân thành nhiệt liệt đặc biệt tiếp tục đồng"
    " thời bên cạnh đó nhân dịp này vẻ hoàn toàn mạnh mẽ phải trái ( ) lại từng vừa thì hôm nay qua sau tại đây ngoài ra"
    " trong khi mới cả gửi thẳng thắn sẽ có rõ tỏ ý".split()
)
_SPEAKS_FOR = frozenset("phía nước phủ quyền đạo rằng đoàn nhà đảng hội việc khi mà nhưng song thì cao vì".split())
_SUBORDINATE = frozenset(("việc", "khi", "bối cảnh", "sau khi", "trước khi", "vì", "sự kiện", "nếu", "lúc", "để", "dịp", "mà", "do", "liệu", "gì", "những gì", "điều"))
_POINTS = frozenset(("này", "trên", "đó", "của", "ấy", "nói"))
_NOMINAL = frozenset(("sự", "lời", "những lời"))
_BOTH = (
    "hai bên", "hai nước", "hai phía", "hai đảng", "hai nhà", "hai lãnh đạo", "hai vị", "hai thủ tướng", "hai bộ trưởng",
    "hai quốc hội", "hai chủ tịch", "hai tổng", "hai ngoại trưởng", "hai đoàn", "hai đồng chí", "đôi bên", "cả hai",
    "hai chính phủ", "hai bộ", "hai cơ quan",
)


class Verb(Struct, frozen=True):
    """An act in its sentence.

    `link`: "direct" (its subject stands before it), "linked" (it shares the subject of the verb before), "initial" (no
    subject stands before it in the sentence), "content" (it stands inside what is said, or is no verb). `agents` are the
    numbers of the subject's phrases; `last_alone`: of the last of them only the last person ("gặp A, B nói …").
    `nested` says that a verb of saying governs the clause; `partner` is who it was done with.
    """

    match: Match
    index: int
    link: str
    agents: tuple[int, ...] = ()
    nested: bool = False
    partner: int | None = None
    last_alone: bool = False


def verbs(scene: Scene, lower: str, text: str, words: ActWords) -> list[Verb]:
    """The acts of a sentence from left to right."""
    found: list[Verb] = []
    for match in words.matches(lower, scene.start, scene.end):
        index = next((number for number, phrase in enumerate(scene.phrases) if phrase.end > match.start), None)
        if index is None or _named(scene, index, match, text):
            continue
        found.append(_verb(scene, match, index, found, words))
    return found


def _named(scene: Scene, index: int, match: Match, text: str) -> bool:
    """Whether the words belong to a name or title ("Tuyên bố chung", "Bộ trưởng … Chia sẻ")."""
    phrase = scene.phrases[index]
    if phrase.kind in ("people", "org") and phrase.start < match.start:
        return True
    if not text[match.start].isupper() or match.start == scene.start:
        return False
    before = scene.phrases[index - 1] if index else None
    return not (before is None or before.text in ('"', ":", "-", ")", "*", ".", "'"))


def _verb(scene: Scene, match: Match, index: int, before: list[Verb], words: ActWords) -> Verb:
    """Walk back from the verb to what governs it: its subject, a comma or "và", the verb before, or the sentence's start."""
    phrases = scene.phrases
    previous = before[-1] if before else None
    inherited = previous.agents if previous else ()
    content = Verb(match, index, "content", inherited)
    if _word_before(scene, index, match) in words.bars:
        return content
    position, near = index - 1, 0
    while position >= 0:
        phrase = phrases[position]
        if previous is not None and phrase.start < previous.match.end:
            return _chained(match, index, previous) if near <= 1 else content
        if is_agent(phrase):
            return _with_subject(scene, match, index, position, previous)
        if phrase.text.lower() in _BREAKS:
            return _after_break(scene, match, index, position, near, previous) or content
        if phrase.kind == "trigger" or phrase.text == "là":
            return content
        if phrase.kind not in ("date", "place", "mark") and not _light(phrase):
            near += 1
        if near > 5:
            return content
        position -= 1
    act = match.commitment or match.statement
    after = next((phrase.text for phrase in phrases[index:] if phrase.start >= match.end), "")
    if near or after in _POINTS or (act is not None and act.noun and not fronted(scene, index)):
        return content
    return Verb(match, index, "initial")


def _word_before(scene: Scene, index: int, match: Match) -> str:
    """The word right before a verb, in lower case ("theo" in "theo yêu cầu")."""
    phrase = scene.phrases[index]
    if phrase.start < match.start:
        return phrase.text[: match.start - phrase.start].lower().strip()
    return scene.phrases[index - 1].text.lower() if index else ""


def _chained(match: Match, index: int, previous: Verb) -> Verb:
    """bày tỏ mong muốn, khẳng định sẵn sàng: the second verb right after the first; "đánh giá cao cam kết" holds a noun."""
    noun = previous.match.statement is not None and not _reports(previous)
    link = "content" if previous.link == "content" or noun else "linked"
    return Verb(match, index, link, previous.agents, nested=True, last_alone=previous.last_alone)


def _after_break(
    scene: Scene, match: Match, index: int, position: int, near: int, previous: Verb | None
) -> Verb | None:
    """After a comma or "và" the subject of the verb before goes on, where only small words stand between."""
    phrases = scene.phrases
    if near:
        return None
    if phrases[position].text == "," and position and position == index - 1 and is_agent(phrases[position - 1]):
        if not _is_object(scene, position - 1):
            return Verb(match, index, "direct", _all_agents(scene, position - 1))
    if position and phrases[position - 1].kind == "trigger" and match.commitment is None:
        return None  # có cuộc tiếp xúc, trao đổi với …
    if position > 1 and phrases[position - 1].kind == "trigger" and phrases[position - 2].role("occasion"):
        return None  # sau hội đàm và ký kết văn kiện
    if phrases[position].text == "và" and any(p.text in _NOMINAL for p in phrases[max(0, position - 3) : position]):
        return None  # sự hỗ trợ và ủng hộ
    if previous is not None and previous.link != "content":
        return Verb(match, index, "linked", previous.agents, last_alone=previous.last_alone)
    return Verb(match, index, "linked", _main_subject(scene, position))


def fronted(scene: Scene, index: int) -> Phrase | None:
    """Bày tỏ vui mừng …, X đánh giá cao …: the person after a comma whose deed the sentence begins with."""
    for number in range(index + 1, len(scene.phrases) - 1):
        if scene.phrases[number].text == "," and scene.phrases[number + 1].kind == "people":
            return scene.phrases[number + 1]
    return None


def _light(phrase: Phrase) -> bool:
    """Small words between subject and verb."""
    return phrase.role("past", "future", "stage") or phrase.text.lower() in _LIGHT


def is_agent(phrase: Phrase) -> bool:
    """Whether a phrase can speak: a person, a body or country, "hai bên", a pronoun, a capital that stands for its country."""
    if phrase.kind in ("people", "country", "org") or phrase.role("both"):
        return True
    if phrase.kind == "group":
        return bool(phrase.country or phrase.org) or phrase.text.lower().startswith(_BOTH)
    if phrase.kind == "place":
        return bool(phrase.place and phrase.place.city and not phrase.place.venue)
    return phrase.text.lower() in _PRONOUNS


def is_both(phrase: Phrase) -> bool:
    """Whether a phrase means the two sides together."""
    return phrase.role("both") or phrase.text.lower().startswith(_BOTH)


def is_pronoun(phrase: Phrase) -> bool:
    """Whether a phrase points at the one who spoke before."""
    return phrase.text.lower() in _PRONOUNS


def _with_subject(scene: Scene, match: Match, index: int, position: int, previous: Verb | None) -> Verb:
    """A verb before which an agent stands: its subject, or the object of the verb before."""
    phrase = scene.phrases[position]
    if not _is_object(scene, position):
        agents = _all_agents(scene, position)
        if agents[0] and scene.phrases[agents[0] - 1].text.lower() in _SUBORDINATE:
            return Verb(match, index, "content", previous.agents if previous else ())
        nested = previous is not None and _touches(scene, previous, position)
        if nested and previous is not None and not _reports(previous):
            return Verb(match, index, "content", previous.agents)
        return Verb(match, index, "direct", agents, nested)
    if len(phrase.mentions) > 1 and _apart(scene, phrase):
        # Tại cuộc gặp với A, B khẳng định …
        return Verb(match, index, "direct", (position,), last_alone=True)
    subject = _main_subject(scene, position)
    if previous is None and subject:
        # A hội đàm với B nhất trí …
        return Verb(match, index, "direct", subject, partner=position)
    return Verb(match, index, "content", previous.agents if previous else subject)


def _apart(scene: Scene, phrase: Phrase) -> bool:
    """Whether the last two people of a phrase are parted by a comma."""
    last, other = phrase.mentions[-1], phrase.mentions[-2]
    return last.start - other.end <= 2


def _reports(verb: Verb) -> bool:
    """Whether what follows a verb may itself be an act ("cho biết hai bên đã ký …")."""
    acts = [act for act in (verb.match.statement, verb.match.commitment) if act is not None]
    return not acts or any(act.reports for act in acts)


def _touches(scene: Scene, previous: Verb, position: int) -> bool:
    """Whether nothing but small words stands between a verb and the agent after it."""
    between = scene.phrases[previous.index + 1 : position]
    return all(p.text.lower() in ("rằng", ",", ":", '"', "là") or p.start < previous.match.end for p in between)


def _is_object(scene: Scene, position: int) -> bool:
    """Whether an agent is the object of a preposition or a contact's verb, or the owner of what stands before it."""
    if position == 0:
        return False
    before = scene.phrases[position - 1]
    if before.text.lower() == "và" and position >= 2 and scene.phrases[position - 2].kind == scene.phrases[position].kind:
        return _is_object(scene, position - 2)
    if _modifies(scene, position):
        return True
    if before.kind == "trigger" and scene.phrases[position].kind in ("people", "country", "group"):
        return True
    return (before.text.lower().split() or [""])[-1] in _OBJECT_OF


def _modifies(scene: Scene, position: int) -> bool:
    """ngư dân Philippines, báo chí Mỹ: a country after a common noun only says whose it is."""
    if scene.phrases[position].kind not in ("country", "place") or position == 0:
        return False
    before = scene.phrases[position - 1]
    word = before.text.lower()
    return before.kind == "word" and word.isalpha() and word not in _SPEAKS_FOR and not _light(before)


def _all_agents(scene: Scene, position: int) -> tuple[int, ...]:
    """The subject with those who are joined to it: "A và B", "Việt Nam - Lào", "Bộ trưởng hai nước"."""
    found = [position]
    while position >= 2:
        joiner, other = scene.phrases[position - 1], scene.phrases[position - 2]
        if joiner.text.lower() in ("và", "-", "cùng", ",", "cùng với") and is_agent(other) and not is_pronoun(other):
            if joiner.text == "," and (other.kind != "country" or scene.phrases[position].kind != "country"):
                break
            if _modifies(scene, position - 2):
                break
            position -= 2
            found.append(position)
        else:
            break
    return tuple(reversed(found))


def _main_subject(scene: Scene, before: int) -> tuple[int, ...]:
    """The first agent of the sentence that is no object, before a place in it."""
    for position in range(before):
        phrase = scene.phrases[position]
        if is_agent(phrase) and phrase.kind != "place" and not _is_object(scene, position) and position not in scene.inviters:
            if not scene.in_occasion(position):
                last = position
                while last + 2 < before and scene.phrases[last + 1].text == "và" and is_agent(scene.phrases[last + 2]):
                    last += 2
                return _all_agents(scene, last)
    return ()
