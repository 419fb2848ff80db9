import Domain

/// Nights made by hand: one with all that a page can say, and one in which nothing happened.
enum FixtureNight {
  static let day = Day(year: 2026, month: 7, day: 5)!

  static func alert(_ number: Int, _ kind: AlertKind, _ state: AlertState, title: String = "来源 <甲>") -> Alert {
    Alert(
      AlertCandidate(kind, ["a", "\(number)"], title: title, figure: "3 行 (通常 100)", reason: "少", place: "in/*.csv"),
      occurrence: number % 2 + 1, firstSeen: Day(ordinal: day.ordinal - number), state: state)
  }

  static let full: NightReport = {
    var source = NightReport.Source(id: "a", title: "来源甲", recentRows: [90, 110, 3], lastTaken: day)
    (source.files, source.rows, source.accepted, source.rejected, source.duplicate) = (2, 1203, 1190, 10, 3)
    let idle = NightReport.Source(id: "b", title: "来源乙", recentRows: [], lastTaken: nil)
    let reasons = (1...12).map {
      NightReport.Reason(
        source: "来源甲", message: "必填项为空; 补填", rows: 20 - $0, files: $0, file: "a \($0).csv",
        list: "/w/rejects/a#\($0).csv")
    }
    let work = (1...12).map { alert($0, .late, $0 < 3 ? .new : .still) }
    return NightReport(
      title: "夜报", publisher: "市人社局", day: day, run: 7, started: "2026-07-05 02:00:03", made: ["公报已发布: x"],
      sources: [source, idle],
      reasons: reasons, waiting: ["in/y.csv"], alerts: work + [alert(1, .ratio, .new), alert(2, .rows, .cleared)],
      notes: ["没有预测"] + (1...10).map { "未检查 \($0)" }, missed: [Day(ordinal: day.ordinal - 1)],
      previous: Day(ordinal: day.ordinal - 2),
      trend: NightReport.Trend(
        months: [Period("2026M05")!, Period("2026M06")!], demand: [100, 120], seekers: [80, 0]))
  }()

  static let quiet = NightReport(
    title: "夜报", publisher: nil, day: day, run: 8, started: "2026-07-05 02:00:03", made: [], sources: [], reasons: [],
    waiting: [],
    alerts: [], notes: [], missed: [], previous: nil, trend: NightReport.Trend(months: [], demand: [], seekers: []))
}
