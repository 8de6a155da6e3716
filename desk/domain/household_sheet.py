"""The sheet in which households come and go 住戶資料表: its columns, and the words it may use.

These are the words of a file format and not of the screen: a sheet written in one language is read
at a desk that speaks another, so every language's words stand here side by side.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from desk.domain.estate import IdentityKind, PersonKind, Region, ResidentRole

Value = TypeVar("Value", bound=StrEnum)

LANGUAGES = ("en", "zh_Hant", "zh_Hans")
HEADING_ROWS = 10  # a title may stand above the headings


class Column(StrEnum):
    """A column of the sheet, in its usual order."""

    BUILDING = "building"
    ENTRANCE = "entrance"
    FLOOR = "floor"
    DOOR = "door"
    NAME = "name"
    ROLE = "role"
    KIND = "kind"
    COMPANY = "company"
    PHONE_1 = "phone_1"
    PHONE_2 = "phone_2"
    PHONE_3 = "phone_3"
    ID_KIND = "id_kind"
    ID_NUMBER = "id_number"
    NOTE = "note"
    INSTRUCTION = "instruction"
    STARTS = "starts"
    ENDS = "ends"


PHONES = (Column.PHONE_1, Column.PHONE_2, Column.PHONE_3)
NEEDED = (Column.BUILDING, Column.NAME)  # and a floor or a door

HEADINGS: Mapping[Column, tuple[str, str, str]] = {
    Column.BUILDING: ("Building", "座別", "楼栋"),
    Column.ENTRANCE: ("Entrance", "單元", "单元"),
    Column.FLOOR: ("Floor", "樓層", "楼层"),
    Column.DOOR: ("Door", "室號", "室号"),
    Column.NAME: ("Name", "姓名", "姓名"),
    Column.ROLE: ("Role", "住戶身分", "住户身份"),
    Column.KIND: ("Person or company", "自然人或法人", "自然人或法人"),
    Column.COMPANY: ("Employer", "任職公司", "任职公司"),
    Column.PHONE_1: ("Phone 1", "電話1", "电话1"),
    Column.PHONE_2: ("Phone 2", "電話2", "电话2"),
    Column.PHONE_3: ("Phone 3", "電話3", "电话3"),
    Column.ID_KIND: ("ID kind", "證件類別", "证件类别"),
    Column.ID_NUMBER: ("ID number", "證件號碼", "证件号码"),
    Column.NOTE: ("Note", "備註", "备注"),
    Column.INSTRUCTION: ("Standing instruction", "留意事項", "注意事项"),
    Column.STARTS: ("Instruction from", "留意開始日期", "注意开始日期"),
    Column.ENDS: ("Instruction until", "留意結束日期", "注意结束日期"),
}

_ALSO: Mapping[Column, str] = {
    Column.BUILDING: "block tower 座 棟 棟別 大廈 樓座 門牌 門牌號 栋 幢 楼座 楼号 栋号 大厦",
    Column.ENTRANCE: "staircase 梯 梯號 单元号 單元號 门栋",
    Column.FLOOR: "level storey 樓 层 层数 樓數 楼 層",
    Column.DOOR: "flat unit room 室 單位 房號 房间号 房号 門號 门号 之 戶號 户号 房間 室别",
    Column.NAME: "resident 住戶 住戶姓名 住户姓名 業主姓名 业主姓名 名稱 名称 中文姓名",
    Column.ROLE: "身分 身份 住戶類別 住户类别 與業主關係 与业主关系",
    Column.KIND: "類別 类别 性質 性质",
    Column.COMPANY: "company 公司 公司名稱 公司名称 所屬公司 所属公司 工作单位",
    Column.PHONE_1: "phone phones mobile tel 電話 手機 聯絡電話 電話號碼 电话 手机 联系电话",
    Column.PHONE_2: "phone2 其他電話 其他电话",
    Column.PHONE_3: "phone3",
    Column.ID_KIND: "idtype 證件種類 证件类型 证件种类",
    Column.ID_NUMBER: "idno id 身份證號碼 身分證字號 身份证号 身份证号码 證件號 证件号",
    Column.NOTE: "remark remarks notes 備注 附註 说明",
    Column.INSTRUCTION: "instruction 長期指示 长期指示 注意事項 特別指示",
    Column.STARTS: "starts from 注意開始日期 開始日期 开始日期",
    Column.ENDS: "ends until 注意結束日期 結束日期 结束日期",
}

_ROLES: Mapping[ResidentRole, tuple[str, str, str]] = {
    ResidentRole.OWNER: ("Owner", "業主", "业主"),
    ResidentRole.TENANT: ("Tenant", "租戶", "租户"),
    ResidentRole.FAMILY: ("Family", "家屬", "家属"),
    ResidentRole.STAFF: ("Company staff", "公司員工", "公司员工"),
}
_ROLES_ALSO = {
    ResidentRole.OWNER: "屋主 所有權人 所有权人 產權人 产权人 landlord",
    ResidentRole.TENANT: "租客 承租人 租賃人 租赁人",
    ResidentRole.FAMILY: "家人 親屬 亲属 家庭成員 家庭成员 familymember relative",
    ResidentRole.STAFF: "員工 员工 職員 职员 employee",
}
_KINDS: Mapping[PersonKind, tuple[str, str, str]] = {
    PersonKind.NATURAL: ("Person", "自然人", "自然人"),
    PersonKind.LEGAL: ("Company", "法人", "法人"),
}
_KINDS_ALSO = {
    PersonKind.NATURAL: "個人 个人 naturalperson individual",
    PersonKind.LEGAL: "公司 企業 企业 legalperson",
}
_PAPERS: Mapping[IdentityKind, tuple[str, str, str]] = {
    IdentityKind.HKID: ("HKID", "香港身份證", "香港身份证"),
    IdentityKind.TWID: ("Taiwan ID", "國民身分證", "台湾身份证"),
    IdentityKind.PRC_ID: ("PRC ID", "內地居民身份證", "居民身份证"),
    IdentityKind.PASSPORT: ("Passport", "護照", "护照"),
    IdentityKind.BUSINESS_REGISTRATION: ("Business registration", "商業登記", "商业登记"),
    IdentityKind.UBN: ("UBN", "統一編號", "统一编号"),
    IdentityKind.USCC: ("USCC", "統一社會信用代碼", "统一社会信用代码"),
}
_PAPERS_ALSO = {
    IdentityKind.HKID: "香港居民身份證 香港居民身份证 hongkongidentitycard",
    IdentityKind.TWID: "台灣身分證 臺灣身分證 居留證 身分證字號 國民身份證",
    IdentityKind.PRC_ID: "居民身份證 二代身份证 大陸居民身份證",
    IdentityKind.PASSPORT: "",
    IdentityKind.BUSINESS_REGISTRATION: "br 商業登記證 商业登记证 商業登記號碼",
    IdentityKind.UBN: "統編 公司統編",
    IdentityKind.USCC: "营业执照 營業執照 信用代码",
}
_ANY_CARD = frozenset(("身份證", "身分證", "身份证", "idcard", "identitycard", "id"))

CARD_OF_PERSON = {
    Region.HK: IdentityKind.HKID,
    Region.TW: IdentityKind.TWID,
    Region.CN: IdentityKind.PRC_ID,
}
PAPER_OF_COMPANY = {
    Region.HK: IdentityKind.BUSINESS_REGISTRATION,
    Region.TW: IdentityKind.UBN,
    Region.CN: IdentityKind.USCC,
}


def heading(column: Column, language: str) -> str:
    """The heading of a column in a language of the program."""
    return HEADINGS[column][LANGUAGES.index(language)]


def word_of(value: ResidentRole | PersonKind | IdentityKind, language: str) -> str:
    """How the sheet writes a value in a language of the program."""
    at = LANGUAGES.index(language)
    match value:
        case ResidentRole():
            return _ROLES[value][at]
        case PersonKind():
            return _KINDS[value][at]
        case IdentityKind():
            return _PAPERS[value][at]


@dataclass(frozen=True)
class Words:
    """What the words of a sheet mean, whatever language it is written in."""

    columns: Mapping[str, Column]
    roles: Mapping[str, ResidentRole]
    kinds: Mapping[str, PersonKind]
    papers: Mapping[str, IdentityKind]

    @classmethod
    def known(cls) -> "Words":
        """Every word of every language."""
        return cls(
            columns=_folded(HEADINGS, _ALSO),
            roles=_folded(_ROLES, _ROLES_ALSO),
            kinds=_folded(_KINDS, _KINDS_ALSO),
            papers=_folded(_PAPERS, _PAPERS_ALSO),
        )

    def recognised(self, texts: Sequence[str]) -> int:
        """How many different columns these texts name."""
        return len({self.columns[word] for text in texts if (word := fold(text)) in self.columns})

    def paper(self, text: str, region: Region, kind: PersonKind) -> IdentityKind | None:
        """The identity paper a word means; empty or just "card", the usual one of the region."""
        word = fold(text)
        if not word or word in _ANY_CARD:
            usual = PAPER_OF_COMPANY if kind is PersonKind.LEGAL and not word else CARD_OF_PERSON
            return usual[region]
        return self.papers.get(word)


def fold(text: str) -> str:
    """A word without its width, capitals, blanks and the marks of a form."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in plain if char.isalnum())


def _folded(words: Mapping[Value, Sequence[str]], also: Mapping[Value, str]) -> dict[str, Value]:
    meant: dict[str, Value] = {}
    for value, usual in words.items():
        for word in (*usual, *also[value].split()):
            meant.setdefault(fold(word), value)
    return meant
