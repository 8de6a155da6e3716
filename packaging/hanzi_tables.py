"""Write `desk/hanzi_tables.py`: what the search knows about Chinese characters.

The tables are derived once from OpenCC (Apache-2.0) and pypinyin (MIT) and kept in the tree. So a
search neither waits for those libraries nor carries their memory, and a token written last year
still meets the query of today after one of them has changed its dictionaries.

    python packaging/hanzi_tables.py            write the tables
    python packaging/hanzi_tables.py --check    say whether they are what would be written
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import opencc
from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

TARGET = Path(__file__).resolve().parent.parent / "desk" / "hanzi_tables.py"

BLOCKS = (range(0x3400, 0xA000), range(0x20000, 0x33480))

# Forms that OpenCC leaves apart, because each is right somewhere: for a search key they are one.
# The first of a group is what the others become before Traditional becomes Simplified.
VARIANTS = """
户戶戸 峰峯 群羣 床牀 强強彊 秘祕 真眞 青靑 清淸 教敎 宁寧甯寗 阔濶 叙敘敍 查査 告吿 产産產
污汙汚 泄洩 踪蹤 却卻 黄黃 吴吳呉 内內 录録錄 值値 温溫 为爲為 卫衞衛 税稅 脱脫 说説說 悦悅
锐鋭銳 兑兌 既旣 概槪 啟啓启 妆粧妝 鸡鷄雞 面麵麪 众衆眾 汇滙匯 鉴鑑鑒 脚腳 唇脣 村邨 炮砲
药葯藥 唤喚 奂奐 尚尙 晋晉 并並併竝 杰傑 恒恆 升昇陞 岩巖嵒 炼煉鍊 姊姉 姗姍 册冊 栅柵 棋棊碁
棱稜 柜櫃 瓶缾 碗盌椀 糖餹 绣繡綉 线線綫 线缐 绵緜綿 考攷 耻恥 灶竈 灾災烖 炉爐鑪 烟煙菸 焰燄
熏燻 猫貓 猪豬 狸貍 狮獅 略畧 界畍 留畱 异異 皂皁 皋皐臯 睹覩 睿叡 瞒瞞 矩榘 磷燐 礼禮 祢禰 稿稾
秆稈 秋秌穐 窗窻牕囱 笋筍 筑築 策筞 箍篐 糍餈 粽糉 糊餬 粮糧 吉𠮷 高髙 德徳悳 恩𢙝 惠恵 泽沢澤
广広廣 樱桜櫻 荣栄榮 边辺邊邉 岛島嶋嶌 滨濱 龙竜龍 泷滝瀧 亚亜亞 渊淵渕 艺藝 丰豐豊 团団團
国囯囻國 図图圖 实実實 宝寳寶 寿壽夀 对対對 庄莊荘 厅庁廳 静靜 净淨浄 晒曬 晚晩 昂昻 晃晄 暖煖
朗朖 梅楳槑 桌槕 梁樑 棹櫂 栖棲 樽罇 欲慾 款欵 汤湯 凉涼 决決 况況 冲沖衝 减減 凄淒悽 准準 凑湊
净凈 厨廚 厕廁 厦廈 厘釐 厮廝 向嚮曏 咏詠 咨諮 哲喆 嗅齅 嘴觜 嘱囑 回迴廻囘 址阯 坂阪岅 坤堃
坛壇罈 堤隄 墙牆墻 娴嫻嫺 娘孃 婿壻 嫩嫰 孳孶 宴醼 寇宼 寝寢 尝嘗嚐 届屆 岁歲嵗 岳嶽 崖崕 崑崐昆
崙崘仑侖 嵩崧 帆颿 帘簾 幸倖 弃棄 弦絃 彩綵 往徃 征徵 径徑 德惪 怀懷 恳懇 愿願 懒嬾 戚慼 扎紮
扣釦 托託 抬擡 拐枴 挂掛 捆綑 据據 携攜擕 搜蒐 撑撐 擀捍 收収 效効 敕勅 斗鬥鬬鬪 斋齋 无無 旨恉
昵暱 晓曉 暗闇 曹曺 朵朶 杆桿 杠槓 杯盃 果菓 栗慄 核覈 桥橋 椅倚 榜牓 楼樓 槛檻 欢歡驩懽
毁燬 氛雰 沾霑 泛汎 注註 洒灑 浚濬 涌湧 游遊 溪谿 溯泝 漱潄 澄澂 炎炏 炫衒 照炤
熔鎔 燕鷰 爱愛 瑰瓌 璇璿 琼瓊 瑠璢 瓷甆 珍珎 玩翫 珠硃
"""

# Readings, most of them of surnames, that are heard today but stand in no word of the dictionary.
EXTRA_READINGS = {
    "bai": "柏薄", "bi": "秘费", "bo": "柏薄", "chi": "郗", "chong": "种湧", "dan": "石",
    "dou": "都", "en": "嗯", "feng": "逄", "fu": "宓", "ge": "盖", "hao": "郝",
    "he": "黑", "huan": "郇",
    "ji": "纪亓吉", "jia": "贾", "ju": "车俎", "kui": "隗", "miao": "缪", "mo": "万", "mou": "缪牟",
    "mu": "缪牟",
    "nai": "佴", "ni": "儿", "nuo": "那", "ou": "区", "pi": "邳", "piao": "朴", "po": "繁",
    "qian": "乾", "qin": "覃", "qiu": "仇", "ren": "任", "shan": "单", "shao": "召", "she": "折叶",
    "shen": "莘", "sheng": "晟", "xi": "茜", "xian": "冼洗", "xie": "解", "xin": "莘", "xun": "郇",
    "yao": "乐", "yu": "尉", "yue": "乐", "yun": "员", "zang": "藏", "zeng": "曾", "zha": "查",
    "zhai": "翟祭", "zhang": "长", "zhao": "晁朝",
}  # fmt: skip


# Readings of old books that nobody uses of these characters today, least of all in a surname.
DEAD_READINGS = {"chen": "沈瀋"}


def _folding() -> dict[str, str]:
    steps = [opencc.OpenCC(name) for name in ("tw2t", "hk2t", "t2s")]
    variants = {
        other: group[0] for group in VARIANTS.split() for other in group[1:] if other != group[0]
    }

    def settle(char: str) -> str:
        seen = []
        while char not in seen:
            seen.append(char)
            char = variants.get(char, char)
            for step in steps:
                char = step.convert(char)
        return min(seen[seen.index(char) :])

    every = (chr(point) for block in BLOCKS for point in block)
    folded = {char: settle(char) for char in every}
    return {char: target for char, target in folded.items() if target != char}


def _plain(reading: str) -> Iterator[str]:
    marks = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    letters = "".join(char for char in marks if not unicodedata.combining(char))
    if re.fullmatch("[a-z]+", letters) and re.search("[aeiouv]", letters):
        yield letters
        if "v" in letters:
            yield letters.replace("v", "u")


def _heard() -> dict[str, set[str]]:
    """Readings that occur in a word: the others are of old books (方 as wang)."""
    found: dict[str, set[str]] = {}
    for word, spoken in phrases_dict.items():
        for char, (reading, *_) in zip(word, spoken, strict=False):
            found.setdefault(char, set()).update(_plain(reading))
    return found


def _readings(folded: Mapping[str, str]) -> dict[str, str]:
    """Every living reading with its characters: the first listed, those heard, and the surnames.

    Of a character in no word of the dictionary, the first two listed are taken.
    """
    heard = _heard()
    found: dict[str, set[str]] = {}
    for point, listed in pinyin_dict.items():
        char = chr(point)
        spoken = heard.get(char, set()) | heard.get(folded.get(char, char), set())
        for at, reading in enumerate(listed.split(",")):
            for letters in _plain(reading):
                if at == 0 or letters in spoken or (at == 1 and not spoken):
                    found.setdefault(letters, set()).add(char)
    for letters, chars in EXTRA_READINGS.items():
        found.setdefault(letters, set()).update(chars)
    for letters, chars in DEAD_READINGS.items():
        found[letters].difference_update(chars)
    return {letters: "".join(sorted(chars)) for letters, chars in sorted(found.items())}


def _wrapped(text: str, indent: str) -> Iterable[str]:
    width = 40
    return (f'{indent}"{text[at : at + width]}"' for at in range(0, len(text), width))


def written() -> str:
    """Return the whole text of the tables' module."""
    folded = _folding()
    fold = sorted(folded.items())
    lines = [
        '"""Characters for search keys; written by `packaging/hanzi_tables.py`, not by hand.',
        "",
        "Derived from OpenCC (Apache-2.0) and pypinyin (MIT).",
        '"""',
        "",
        "# ruff: noqa",
        "# fmt: off",
        "FOLD_FROM = (",
        *_wrapped("".join(char for char, _ in fold), "    "),
        ")",
        "FOLD_TO = (",
        *_wrapped("".join(target for _, target in fold), "    "),
        ")",
        "READINGS = {",
    ]
    for letters, chars in _readings(folded).items():
        lines += [f'    "{letters}": (', *_wrapped(chars, "        "), "    ),"]
    return "\n".join([*lines, "}", ""])


def main(arguments: list[str]) -> int:
    text = written()
    if "--check" in arguments:
        fresh = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        print("fresh" if fresh else "stale: run python packaging/hanzi_tables.py")
        return 0 if fresh else 1
    TARGET.write_text(text, encoding="utf-8")
    print(f"wrote {TARGET.name}: {len(text)} characters")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
