#!/usr/bin/env python3
"""Looks whether the figures on the first pages of a public edition stand in its CSV tables: python3 page_figures.py EDITION

Reads index.html, the page of each county and the sentences above its tables, in Chinese. T5, the scarcest occupations,
the trend, the forecasts with what is said of them, and the warnings are held against the row of their own table cell by
cell, so that what a row hides ([c]) is hidden on the page too; so are the sentences on what the ratio's changes mean and
on the openings filled. Every other figure (sentences, cards, comparison of the counties) must stand in some row of a
region that the page is about; that is weaker, and says nothing of the row.

Forecasts are printed in whole persons and whole percents, rounded down, and held against theirs of one decimal and four.

Not looked at: dates, periods and names of tables; charts.

Exit status 1 where a figure is found nowhere, or a part of a page is missing. Shares nothing with the program.
"""
import csv
import html
import pathlib
import re
import sys

PRINTED = {"[z]": "/", "[x]": "…"}
APART = re.compile(
    r"\d{4}年(第.季度)?|每100名|\d+月|\d+日|T\d+(-\w+)?|\d+个(季度|月|半年)以来")
NUMBER = re.compile(r"(?<![A-Za-z0-9.,-])\d[\d,]*(?:\.\d+)?")


def read(edition, name):
    if not (edition / "tables" / f"{name}.csv").exists():
        return []
    with (edition / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def plain(text):
    text = re.sub(r"<svg.*?</svg>|<span class=\"(rank|code|letter)\">.*?</span>", " ", text, flags=re.S)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))).strip()


def bare(text):
    """A printed figure as a CSV has it."""
    return text.replace(" ", "").replace(",", "").replace("−", "-").lstrip("+").rstrip("%")


def part(page, start, end):
    found = re.search(f"{start}(.*?){end}", page, re.S)
    return found.group(1) if found else ""


def table(page, caption):
    """The rows of the body of a table: the head of each with its cells."""
    body = part(page, f'id="caption-{caption}"', "</table>")
    for row in re.findall(r"<tr.*?</tr>", body, re.S):
        if "<td" in row:
            head = plain(part(row, r"<th[^>]*>", "</th>"))
            yield head, row, [plain(cell) for cell in re.findall(r"<td.*?</td>", row, re.S)]


def whole(value):
    """What a number of persons, known to a tenth, may be printed as."""
    return {f"{float(value) + part:.0f}".replace("-0", "0") for part in (-0.05, 0, 0.05)}


def percents(chance):
    """What a chance, known to the fourth decimal, may be printed as: 0.91996 is 91%, and 0.9200 in the CSV."""
    chance = float(chance) * 100
    return {str(whole) if whole or not chance else "<1" for whole in (int(chance - 0.005), int(chance + 1e-9))}


def in_order(printed, spans):
    """Whether figures are the ends of spans, one after the other, where one stands for two that are printed the same."""
    rest = list(printed)
    for low, high in spans:
        if rest[:1] and rest[0] in low & high and not (rest[1:2] and rest[1] in high - low):
            del rest[:1]
        elif len(rest) > 1 and rest[0] in low and rest[1] in high:
            del rest[:2]
        else:
            return False
    return not rest


def ahead(page, region, edition):
    """The forecasts of a region: where, printed, what may be printed."""
    rows = [row for row in read(edition, "forecast") if (row["region"], row["occupation"]) == (region, "total")]
    lines = {name: [row for row in rows if row["measure"] == name] for name in ("demand", "seekers", "gap")}
    printed = list(table(page, "forecast"))
    yield "forecast", str(len(printed)), {str(len(lines["gap"]))}
    if not rows or len(printed) != len(lines["gap"]):
        return
    for number, (head, _, cells) in enumerate(printed):
        for place, name in enumerate(lines):
            row = lines[name][number]
            median, span = cells[2 * place:2 * place + 2]
            for text, value in zip([median, *span.split(" 至 ")], [row["p50"], row["p10"], row["p90"]]):
                yield f"forecast {head} {name}", bare(text), whole(value)
        yield f"forecast {head} chance", bare(cells[6]), percents(lines["gap"][number]["chance"])
    last = lines["gap"][-1]
    words = {"很可能仍缺人": float(last["p10"]) > 0, "求职很可能仍多": float(last["p90"]) < 0}
    for title in re.findall(r"<figcaption>(缺口人数：\S+?)(?: <|</)", page):
        yield "title of the gap", title, {title if all(words[word] for word in words if word in title) else "another"}
    total = next(row for row in read(edition, "T1") if row["region"] == region and row["row"] == "valid")
    told = plain(part(page, '<p class="ahead">', "</p>"))
    if "[c]" in (total["demand"], total["seekers"]) and not told:
        return
    chances, lows, medians, highs = ([float(row[name]) for row in lines["gap"]] for name in ("chance", "p10", "p50", "p90"))
    ends = lambda values, may: (may(min(values)), may(max(values)))
    spans = [ends(chances, percents)]
    side = "是需求大于求职" if min(chances) > 0.5 else "是求职大于需求" if max(chances) < 0.5 else "哪一方更多还不能肯定"
    isSure = min(lows) > 0 or max(highs) < 0
    if isSure:
        spans += [ends([abs(value) for value in medians], whole), ends([abs(value) for value in lows + highs], whole)]
    yield "forecast in words", "".join(re.findall(r"今后(\d+)个", told)), {str(len(chances))}
    yield "forecast in words", str(side in told and told.count("大于") <= 2), {"True"}
    yield "forecast in words", str("很可能" in told), {str(isSure)}
    figures = [bare(figure) for figure in re.findall(r"(<?[\d,]+)(?=%|人| 至 )", told.split("，", 1)[-1].replace("八成", ""))]
    yield "forecast in words", " ".join(figures) if not in_order(figures, spans) else "as forecast", {"as forecast"}


def sentences(page, region, edition):
    """What is said of the ratio and of the openings filled: where, printed, what may be printed."""
    total = next(row for row in read(edition, "T1") if row["region"] == region and row["row"] == "valid")
    told = plain(part(page, '<ul class="points">', "</ul>"))
    for clause in re.findall("供求(.*?)。", told):
        for words, change in zip(clause.split("，") * (1 if "，" in clause else 2), [total["ratio_qoq"], total["ratio_yoy"]]):
            if "[" in change:
                continue
            isUp, more = float(change) > 0, "需求" if float(change) > 0 else "求职"
            # As the shipped rules have it.
            wanted = {f"趋紧（{more}相对增多）" if isUp else f"趋缓（{more}相对增多）"} | ({"变化不大"} if abs(float(change)) < 0.1 else set())
            yield "ratio in words", re.search("趋.*|变化不大", words).group(), wanted
    rates = [row["fill_rate"] for row in read(edition, "trend") if row["region"] == region]
    found = re.search("招到的占([\\d.]+)%（满足率）(.*?)。", told)
    if not found:
        return
    yield "fill rate", found.group(1), {rates[-1]}
    for direction, points, back in zip(re.findall("(上升|下降)", found.group(2)), re.findall(r"([\d.]+)个", found.group(2)), (2, 5)):
        if back <= len(rates) and "[" not in rates[-back] and len(re.findall("(上升|下降)", found.group(2))) == 2:
            change = float(rates[-1]) - float(rates[-back])
            yield "fill rate", direction + points, {("上升" if change > 0 else "下降") + f"{abs(change):.2f}"}


def folded(page, region, edition):
    """How many warnings of each level are folded: where, printed, what may be printed."""
    said = plain(part(page, "<summary>其余预警：", "</summary>"))
    names = {row["warning"]: row["warning_name"] for row in read(edition, "warnings")}
    counts = {}
    for _, line, _ in table(page, "warnings-folded"):
        code = part(line, '<span class="code">', "</span>")
        own = next(row for row in read(edition, "warnings") if (row["region"], row["occupation"]) == (region, code))
        counts[own["warning"]] = counts.get(own["warning"], 0) + 1
    if said or counts:
        levels = "、".join(f"{names[level]}{count}" for level, count in counts.items())
        yield "folded warnings", said, {f"{sum(counts.values())}（{levels}）"}


def held(page, region, edition, counties):
    """Cells of the page beside those of their rows: where, printed, in the CSV."""
    def rows(name, key):
        return {row[key]: row for row in read(edition, name) if row["region"] == region}

    total = next(row for row in read(edition, "T1") if row["region"] == region and row["row"] == "valid")
    hundred = re.search(r"每100名求职者对应(\d+)个岗位", page)
    if hundred:
        own = total["ratio"]
        yield "headline", hundred.group(1), own if "[" in own else str(round(float(own) * 100))
    t5, t6 = rows("T5", "row_name"), rows("T6", "row_name")
    # A column without a figure is not printed.
    names = [name for name in next(iter(t5.values()))
             if any(row[name] not in ("[x]", "[c]", "[z]") for row in t5.values())][5:]
    for head, _, cells in table(page, "T5"):
        own = [t5[head][name] for name in names]
        yield from ((f"T5 {head}", bare(cell), PRINTED.get(value, value)) for cell, value in zip(cells, own))
    # Rows without a main figure stand in a sentence, with those that may be shown.
    told = part(page, r'<p class="note">需求人数不公布（保护个人和单位）、合计中包括的：', "</p>")
    for name in t5:
        found = re.search(re.escape(name) + r"（求职人数([\d,]+)人、所占比重([\d.]+)%）", told)
        if not found:
            continue
        persons, share = found.groups()
        yield f"T5 {name}", "[c]", t5[name]["demand"]
        yield f"T5 {name}", bare(persons), t5[name]["seekers"]
        yield f"T5 {name}", share, t5[name]["seekers_share"]
    for head, _, cells in table(page, "scarcest"):
        yield from ((f"T6 {head}", bare(cell), t6[head][name]) for cell, name in zip(cells[1:], ["gap", "ratio"]))
    trend = [row for row in read(edition, "trend") if row["region"] == region]
    for (head, _, cells), row in zip(table(page, "trend"), trend):
        yield from ((f"trend {head}", bare(cell), PRINTED.get(row[name], row[name]))
                    for cell, name in zip(cells, ["demand", "seekers", "ratio", "fill_rate"]))
    levels = rows("warning-levels", "warning")
    for name, least, count in re.findall(
            r'<span class="warning (\w+)">\w+</span> ([\d.]+)% 起，([\d,]+) 个', part(page, '<p class="levels">', "</p>")):
        yield f"level {name}", f"{float(least) / 100:.4f}", levels[name]["least_chance"]
        yield f"level {name}", bare(count), levels[name]["occupations"]
    warnings = rows("warnings", "occupation")
    for caption in ["warnings", "warnings-folded"]:
        for head, line, cells in table(page, caption):
            row = warnings[part(line, '<span class="code">', "</span>")]
            count = sum(name.startswith("chance_") for name in row)
            every = -(-count // 4)
            for cell, number in zip(cells, range(every, count + 1, every)):
                own, may = cell.rstrip("%"), percents(row[f"chance_{number}"])
                yield f"warnings {head}", own, own if own in may else max(may)
            # The letters of the counties, in their order.
            for cell, county in zip(re.findall(r"<td.*?</td>", line, re.S)[-len(counties):], counties):
                grade = re.search(r'class="heat (\w+)"', cell)
                own = [w["warning"] for w in read(edition, "warnings")
                       if (w["region"], w["occupation"]) == (county, row["occupation"])]
                yield f"warnings {head} {county}", grade.group(1) if grade else "", "".join(own)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    edition = pathlib.Path(sys.argv[1])
    tables = {path.stem: read(edition, path.stem) for path in (edition / "tables").glob("T*.csv")}
    regions = list(dict.fromkeys(row["region"] for row in tables["T1"]))
    known = {region: set() for region in regions}
    for rows in tables.values():
        for row in rows:
            if row.get("region") in known:
                known[row["region"]] |= {
                    value.lstrip("-") for name, value in row.items() if name not in ("period", "region")}
    for region, figures in known.items():
        # Openings for a hundred seekers and the gap are T1's ratio and difference, printed where both sides are.
        total = next(row for row in tables["T1"] if row["region"] == region and row["row"] == "valid")
        for name, before in [("", 0), ("_qoq", 1), ("_yoy", 1)]:
            demand, seekers = total["demand" + name], total["seekers" + name]
            if "[" not in demand + seekers:
                figures.add(str(abs(int(demand) - int(seekers))))
        if "[" not in total["ratio"]:
            figures.add(str(round(float(total["ratio"]) * 100)))
        # Shares of the largest rows together, as whoever adds the printed ones gets them.
        for name, column, count in [("T3", "demand_share", 3), ("T5", "demand_share", 2), ("T5", "seekers_share", 2)]:
            shares = sorted((float(row[column]) for row in tables[name] if row["region"] == region
                             and row["row"] not in ("total", "other", "unclassified", "none")
                             and not row[column].startswith("[")), reverse=True)
            figures.add(f"{sum(shares[:count]):.2f}")
        # Changes of the fill rate are those of the rates that the trend prints.
        rates = [row["fill_rate"] for row in read(edition, "trend") if row["region"] == region]
        for before in [back for back in (2, 5) if back <= len(rates)]:
            if "[" not in rates[-1] + rates[-before]:
                figures.add(f"{abs(float(rates[-1]) - float(rates[-before])):.2f}")
    # All sources together, of which the city's page says how much was taken.
    quality = read(edition, "quality")
    taken, came = (sum(int(row[name]) for row in quality) for name in ("accepted", "rows"))
    known[regions[0]] |= {str(len(quality)), str(came), str(taken), f"{100 * taken / came:.1f}"}
    count, problems = 0, []
    for region in regions:
        name = "index.html" if region == regions[0] else f"{region}.html"
        page = (edition / name).read_text(encoding="utf-8")
        for where, printed, value in held(page, region, edition, regions[1:] if region == regions[0] else []):
            count += 1
            if printed != value:
                problems.append(f"{name} {where}: {printed!r} on the page, {value!r} in the CSV")
        for look in (ahead, sentences, folded):
            for where, printed, may in look(page, region, edition):
                count += 1
                if printed not in may:
                    problems.append(f"{name} {where}: {printed!r} on the page, {' or '.join(sorted(may))} in the CSV")
        allowed = set().union(*known.values()) if region == regions[0] else known[region]
        behind = (edition / ("tables.html" if region == regions[0] else f"{region}-tables.html")).read_text("utf-8")
        places = [part(page, "<h2 id=\"summary-title\"", "</ul>"), part(page, '<dl class="figures">', "</dl>"),
                  part(page, 'id="caption-counties"', "</table>"), part(page, '<dl class="behind">', "</dl>")]
        places += re.findall(r'<ul class="points">(.*?)</ul>', behind, re.S)
        if not all(places[:2] + places[3:]) or not any(table(page, "T5")):
            problems.append(f"{name}: summary, cards, T5 or what stands behind is missing")
        for place in places:
            for number in NUMBER.findall(APART.sub(" ", plain("<" + place))):
                count += 1
                if bare(number) not in allowed:
                    problems.append(f"{name}: {number} stands in no table")
    for problem in problems:
        print(f"FAIL: {problem}")
    print(f"{edition.name}: {count} figures of {len(regions)} pages, {len(problems)} not in the tables")
    sys.exit(1 if problems or not count else 0)


if __name__ == "__main__":
    main()
