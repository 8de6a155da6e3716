"""What finds a record: names, rooms, phones, numbers and words, in any usual writing."""

import time
import timeit
from collections.abc import Callable
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import hanzi
from desk.domain import numbering
from desk.domain.room import Room
from desk.domain.search_text import (
    name_tokens,
    number_tokens,
    phone_tokens,
    query_terms,
    room_tokens,
    text_tokens,
)

REQUEST = "十二樓走廊天花漏水，請盡快派人維修，住戶表示昨晚開始已經滴水，影響出入，電話聯絡後上門。"
SURNAMES = "陳李黃張王吳劉林何鄭曾單仇查區解任覃冼蓋繁樂歐"
GIVEN = "大文德華志明美玲家俊詠詩國強秀蓮嘉慧子軒樂行重長峯裏衞堃喆"
NAMES = st.tuples(st.sampled_from(SURNAMES), st.text(GIVEN, min_size=1, max_size=3)).map("".join)


def finds(question: str, *tokens: frozenset[str]) -> bool:
    """Whether a record with these tokens is an answer to the question."""
    terms = query_terms(question, hanzi)
    held = frozenset().union(*tokens)
    return bool(terms) and all(term & held for term in terms)


def named(name: str) -> frozenset[str]:
    return name_tokens(name, hanzi)


@pytest.mark.parametrize(
    ("name", "questions"),
    [
        (
            "曾德華",
            "曾 德華 德华 曾德華 曾德华 曾德 華 zeng ceng zengdehua cengdehua zengd zengde z zd zdh"
            " cdh dehua deh dh zengdh ZDH ｚｄｈ 曾dh",
        ),
        ("單志明", "shan dan chan shanzhiming danzm czm szm dzm 单志明"),
        ("仇大文", "qiu chou qdw cdw"),
        ("查美玲", "zha cha zml cml"),
        ("區家俊", "ou qu ojj qjj 区"),
        ("解國強", "xie jie xgq jgq jgj 国强"),
        ("覃秀蓮", "qin tan qxl txl"),
        ("尉遲恭", "yuchi weichi ycg wcg 尉迟"),
        ("長孫無忌", "zhangsun zswj 长孙无忌 wuji wj"),
        ("呂麗", "lv lu lvli luli ll 吕丽"),
        ("陳𨋢明", "陳𨋢 𨋢明 chenming cm ming"),
        ("乾隆", "qianlong ganlong ql gl 干隆"),
        ("歐陽德華", "ouyang ouyangdehua oydh dehua dh 欧阳 歐陽"),
        ("陳峯", "chenfeng cf 峰 陳峰"),
        ("𠮷田", "吉田 jitian jt 𠮷"),
        ("任美俊", "rmj rm mj"),
        ("Chan Tai Man", "chan tai man ch ctm ct chantaiman taiman tm Chan,Tai"),
        ("陳大文 Chan Tai Man", "chan ctm chendawen cdw 陈大文 陳 tai"),
        ("José Núñez-García", "jose nunez garcia jng José núñez-garcía nunez-g"),
        ("阿依古麗·買買提", "阿依 古丽 買買提 丽买 ayiguli aygl 古麗·買買提"),
        ("恒基物業管理有限公司", "恒基 物業 hengji hj hengjiwuyeguanli 有限公司 hjwy"),
        ("Harbour View Ltd.", "harbour view ltd harb hvl harbourview"),
        ("陳 大 文", "陳大文 大文 chendawen"),
    ],
)
def test_a_name_is_found_however_it_is_typed(name: str, questions: str) -> None:
    assert [text for text in questions.split() if not finds(text, named(name))] == []


@pytest.mark.parametrize(
    ("name", "questions"),
    [
        ("曾德華", "陳 zengh dz hdz 華德 曾華 zh zdw wang engdehua 1234"),
        ("方志明", "wang huang"),
        ("Chan Tai Man", "chen cm hantai an"),
    ],
)
def test_a_name_is_not_found_by_what_it_is_not(name: str, questions: str) -> None:
    assert [text for text in questions.split() if finds(text, named(name))] == []


@given(NAMES, st.data())
def test_any_part_of_a_name_in_either_script_finds_it(name: str, data: st.DataObject) -> None:
    start, end = data.draw(st.sampled_from(list(combinations(range(len(name) + 1), 2))))
    part = name[start:end]
    assert finds(part, named(name))
    assert finds(hanzi.fold(part), named(name))
    assert finds(part, named(hanzi.fold(name)))


@given(NAMES, st.data())
def test_any_beginning_of_the_initials_by_any_reading_finds_a_name(
    name: str, data: st.DataObject
) -> None:
    for spoken in product(*map(hanzi.readings, name)):
        initials = "".join(syllable[0] for syllable in spoken)
        start = data.draw(st.integers(0, len(name) - 1))
        end = data.draw(st.integers(start + 1, len(name)))
        assert initials[start:end] in named(name)
    assert finds(initials[start:end], named(name))


@given(NAMES, st.data())
def test_any_beginning_of_the_pinyin_by_any_reading_finds_a_name(
    name: str, data: st.DataObject
) -> None:
    spoken = [data.draw(st.sampled_from(hanzi.readings(char))) for char in name]
    start = data.draw(st.integers(0, len(name) - 1))
    typed = "".join(spoken[start:])
    assert finds(typed[: data.draw(st.integers(1, len(typed)))], named(name))
    assert finds(spoken[0] + "".join(syllable[0] for syllable in spoken[1:]), named(name))


WORDS = (
    "漏水|天花漏水|走廊|维修|維修|十二樓|12樓|A座|3號|lift|lif|Wi-Fi|12樓走廊|covid-19|8813"
    "|漏水 lift|三號升降機|密碼 wifi|conditioner|门口|A座門口"
)


@pytest.mark.parametrize("question", WORDS.split("|"))
def test_a_request_is_found_by_its_words(question: str) -> None:
    request = (
        "A座門口、12樓走廊天花漏水；十二樓、3號、三號升降機 LIFT 有聲；Wi-Fi／wifi 密碼 8813，"
        "請維修。Air-conditioner filters, COVID-19."
    )
    assert finds(question, text_tokens(request, hanzi))


@pytest.mark.parametrize("question", ["水漏", "走", "zou", "lt", "881", "廊天 花漏x", "2樓", "B座"])
def test_a_request_is_not_found_by_what_it_does_not_say(question: str) -> None:
    request = "A座12樓走廊天花漏水，LIFT 密碼 8813"
    assert not finds(question, text_tokens(request, hanzi))


@given(st.text("漏水走廊天花維修電梯聲", min_size=2, max_size=20), st.data())
def test_any_part_of_a_request_from_two_characters_finds_it(
    request: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(request) - 2))
    end = data.draw(st.integers(start + 2, len(request)))
    assert finds(request[start:end], text_tokens(request, hanzi))


@pytest.mark.parametrize(
    ("room", "questions"),
    [
        (
            Room("A", "", "12", "B"),
            "A座12樓B室|A座 12樓 B室|a座 12/F b室|Flat B, 12/F, Block A|12B|A12B|a-12-b|12樓|B室"
            "|A座|Ａ座１２樓|十二樓B室"
            "|block a 12b|B室 A座|a座，b室|12樓B",
        ),
        (
            Room("3", "2", "", "1201"),
            "3栋2单元1201室|3棟2單元1201室|3-2-1201|3#2-1201|3幢1201|1201|3栋 1201室|12楼"
            "|三栋二单元|3号楼2单元1201|3栋12层",
        ),
        (
            Room("12", "", "5", "2"),
            "12號5樓之2|12号5楼之2|12號5F-2|12-5-2|12號 5樓之2|五樓之二|12號|5樓|5F",
        ),
        (
            Room("海棠閣", "", "8", "C"),
            "海棠閣8樓C室|海棠阁8楼C|海棠|棠閣|8C|海棠閣 8C|海棠 8樓|海棠閣",
        ),
        (Room("怡心樓", "", "8", "C"), "怡心樓8C|怡心|怡心樓|怡心楼8楼C室"),
        (Room("Begonia Court", "", "8", "C"), "begonia|bego 8c|court 8/F|Begonia Court"),
        (Room("二期三座", "", "8", "C"), "二期三座|二期|三座|3座8樓C室|2期3座8C|第三座"),
        (Room("甲", "", "2", ""), "甲座|甲座2樓|甲"),
        (Room("A", "", "G", "1"), "A座地下|A座G/F|地下1室|G樓|Ground Floor"),
    ],
)
def test_a_room_is_found_however_it_is_typed(room: Room, questions: str) -> None:
    tokens = room_tokens(room, hanzi)
    assert [text for text in questions.split("|") if not finds(text, tokens)] == []


def test_a_room_is_not_found_by_the_writing_of_another() -> None:
    tokens = room_tokens(Room("A", "", "12", "B"), hanzi)
    others = ("B座 12樓 A室", "Flat A, 12/F, Block B", "12A", "A2B", "12-A-B", "1201", "三座")
    assert [text for text in others if finds(text, tokens)] == []


@pytest.mark.parametrize(
    ("phone", "questions"),
    [
        ("2345 6789", "6789|56789|456789|3456789|23456789|2345 6789|2345-6789|+852 2345 6789"),
        ("+852 9123 4567", "4567|91234567|9123 4567|+85291234567|852-9123-4567"),
        ("0912-345-678", "5678|0912345678|0912-345-678|0912 345 678|+886 912 345 678|912345678"),
        ("13812345678", "5678|13812345678|138 1234 5678|138-1234-5678|+86 138 1234 5678|12345678"),
        ("(02) 2345-6789 分機 123", "6789|23456789|02-2345-6789|(02)2345-6789|（02）23456789"),
        ("23456789 / 91234567", "6789|4567|91234567"),
        ("23456789 91234567", "6789|4567"),
        ("微信 abc，91234567 晚上", "4567"),
        ("999", "999"),
    ],
)
def test_a_phone_is_found_by_its_last_figures(phone: str, questions: str) -> None:
    tokens = phone_tokens(phone)
    assert [text for text in questions.split("|") if not finds(text, tokens)] == []


def test_a_phone_is_not_found_by_figures_from_its_middle() -> None:
    tokens = phone_tokens("2345 6789")
    assert [text for text in ("2345", "789", "4567", "123") if finds(text, tokens)] == []
    assert not finds("123", phone_tokens("2345 6789 ext. 123"))


NUMBERS = (
    "R2026-000123|r2026000123|R2026-123|000123|123|r123|2026-000123|2026-123"
    "|Ｒ２０２６－０００１２３"
)
CODE = numbering.scan_code("R2026-000123")


@pytest.mark.parametrize("question", [*NUMBERS.split("|"), CODE, CODE.lower()])
def test_a_record_is_found_by_its_number(question: str) -> None:
    assert finds(question, number_tokens("R2026-000123"))
    assert not finds(question, number_tokens("R2026-000124"))


def test_a_code_with_a_wrong_check_character_finds_nothing() -> None:
    wrong = CODE[:-1] + ("A" if CODE[-1] != "A" else "B")
    assert not finds(wrong, number_tokens("R2026-000123"))


def test_terms_combine() -> None:
    tokens = (
        named("曾德華"),
        room_tokens(Room("A", "", "12", "B"), hanzi),
        phone_tokens("91231234"),
        text_tokens(REQUEST, hanzi),
        number_tokens("R2026-000123"),
    )
    for question in (
        "zdh 1234",
        "曾 12b",
        "曾12b",
        "12樓曾",
        "漏水、A座",
        "zdh;漏水;1234",
        "A座 1234",
    ):
        assert finds(question, *tokens), question
    for question in ("zdh 1235", "陳 12b", "曾 12c", "漏電 A座"):
        assert not finds(question, *tokens), question


@pytest.mark.parametrize("empty", ["", "   ", "，、", '"', "*", "()", "-", "\x00", "😀", "…/…"])
def test_a_question_without_words_asks_nothing(empty: str) -> None:
    assert query_terms(empty, hanzi) == ()


@pytest.mark.parametrize(
    "operator", ['a" OR "b', "NEAR(a b)", "a*", "a:b", "^a", "{a}", "-a", "a+b"]
)
def test_the_syntax_of_an_index_is_only_words(operator: str) -> None:
    assert all(
        token.replace("_", "").isalnum()
        for token in frozenset().union(*query_terms(operator, hanzi))
    )


@given(st.text(st.characters(exclude_categories=())))
def test_no_text_breaks_the_search(text: str) -> None:
    made = [*query_terms(text, hanzi), name_tokens(text, hanzi), text_tokens(text, hanzi)]
    made += [room_tokens(Room(text, text, text, text), hanzi), phone_tokens(text)]
    tokens = frozenset().union(*made)
    assert all(_is_word(token) and token == token.lower() for token in tokens)


def _is_word(token: str) -> bool:
    return all(char == "_" or char.isalnum() or char >= "\U00020000" for char in token)


def test_one_reception_has_about_ninety_tokens() -> None:
    assert 38 <= len(REQUEST) <= 46
    tokens = frozenset().union(
        text_tokens(REQUEST, hanzi),
        named("曾德華"),
        room_tokens(Room("A", "", "12", "B"), hanzi),
        phone_tokens("91231234"),
        number_tokens("R2026-000123"),
    )
    assert len(tokens) <= 90


def test_the_longest_name_and_the_most_readings_stay_bounded() -> None:
    assert len(named("單樂行區")) < 700
    assert len(named("恒基兆業物業管理服務（香港）有限公司" * 10)) < 400
    assert len(named("word " * 100)) < 700


def test_tokens_are_made_and_questions_read_in_microseconds() -> None:
    texts = iter(REQUEST.replace("漏水", f"漏水{at}") for at in range(1_000))
    assert cost(lambda: (text_tokens(next(texts), hanzi), named("曾德華"))) < 200e-6
    questions = iter(f"zdh {at} A座12樓" for at in range(1_000))
    assert cost(lambda: query_terms(next(questions), hanzi)) < 200e-6


def test_a_question_of_five_million_characters_is_read_at_once() -> None:
    for flood in ("漏水", "a ", "1-", "座", "a", "1", "十", "十座", "flat ", "之"):
        started = time.process_time()
        assert len(query_terms(flood * (5_000_000 // len(flood)), hanzi)) <= 24
        query_terms(flood * 60 + "!", hanzi)
        assert time.process_time() - started < 0.2


def cost(deed: Callable[[], object]) -> float:
    """Seconds of computing that a deed takes at best; generous, for a busy machine."""
    return min(timeit.repeat(deed, number=50, repeat=10, timer=time.process_time)) / 50
