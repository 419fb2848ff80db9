#!/usr/bin/env python3
"""Looks whether the figures on the first pages of a public edition stand in its CSV tables: python3 page_figures.py EDITION

Reads index.html, the page of each county and the sentences above its tables, in Chinese. T5, the scarcest occupations, the trend, the forecasts and the warnings are
held against the row of their own table cell by cell, so that what a row hides ([c]) is hidden on the page too. Every
other figure (sentences, cards, comparison of the counties) must stand in some row of a region that the page is about;
that is weaker, and says nothing of the row.

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
    return {str(int(chance - 0.005)), str(int(chance + 1e-9))}


def ahead(page, region, edition):
    """The forecasts of a region: where, printed, what may be printed."""
    rows = [row for row in read(edition, "forecast") if (row["region"], row["occupation"]) == (region, "total")]
    lines = {name: [row for row in rows if row["measure"] == name] for name in ("demand", "seekers", "gap")}
    printed = list(table(page, "forecast"))
    if rows and len(printed) != len(lines["gap"]):
        yield "forecast", str(len(printed)), {str(len(lines["gap"]))}
    for number, (head, _, cells) in enumerate(printed):
        for place, name in enumerate(lines):
            row = lines[name][number]
            median, span = cells[2 * place:2 * place + 2]
            for text, value in zip([median, *span.split(" 至 ")], [row["p50"], row["p10"], row["p90"]]):
                yield f"forecast {head} {name}", bare(text), whole(value)
        yield f"forecast {head} chance", bare(cells[6]), percents(lines["gap"][number]["chance"])
    told = plain(part(page, '<p class="ahead">', "</p>"))
    chances, gaps = ([float(row[name]) for row in lines["gap"]] for name in ("chance", "p50"))
    figures = re.findall(r"([\d,]+)(%|人| 至 )", told.split("，", 1)[1]) if told else []
    unit, wanted = "", []
    for figure, after in reversed(figures):
        unit = after if after in "%人" else unit
        wanted.append((bare(figure), unit))
    for figure, unit in wanted:
        known = [percents(chance) for chance in (min(chances), max(chances))] if unit == "%" else [
            whole(value) for value in (min(map(abs, gaps)), max(map(abs, gaps)))]
        yield f"forecast {told[:12]}", figure, set().union(*known)
    if told:
        isLack, isExcess = (all(float(row[name]) * sign > 0 for row in lines["gap"]) for name, sign in (("p10", 1), ("p90", -1)))
        yield "forecast in words", re.search("需求一直大于求职|求职一直大于需求|不能肯定", told).group(), {
            "需求一直大于求职" if isLack else "求职一直大于需求" if isExcess else "不能肯定"}


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
    for head, _, cells in table(page, "T5"):
        own = list(t5[head].values())[5:]
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
            for cell, number in zip(cells, range(1, 5)):
                own, may = cell.rstrip("%"), percents(row[f"chance_{number}"])
                yield f"warnings {head}", own, own if own in may else max(may)
            # The letters of the counties, in their order.
            for cell, county in zip(re.findall(r"<td.*?</td>", line, re.S)[4:], counties):
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
        for where, printed, may in ahead(page, region, edition):
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
