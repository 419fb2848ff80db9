import Declarations
import Domain

/// Reads `releases` of a pipeline file: the periods and the hours at which their editions come out.
enum ReleaseList {
  static let key = "releases"

  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  static func read(_ map: YAMLMap, path: String) throws -> ReleaseCalendar {
    var releases: [(period: Period, hour: ReleaseHour)] = []
    for node in try map.list(key) {
      let entry = try YAMLMap(node, path: path, keys: ["period", "at"])
      let (text, at) = (try entry.text("period"), try entry.text("at"))
      guard let period = Period(text) else {
        throw entry.bad("period", "period \(text) 无法识别", "写成 2026Q3、2026M09、2026H2 或 2026")
      }
      guard let hour = ReleaseHour(at) else {
        throw entry.bad("at", "at \(at) 不是发布时刻", "写成 2026-10-20 09:00 (北京时间)")
      }
      guard period.lastDay < hour.day else {
        throw entry.bad("at", "\(period) 到 \(period.lastDay.iso) 才结束, 不能在 \(at) 发布", "改成这一期结束之后的时刻")
      }
      guard !releases.contains(where: { $0.period == period }) else {
        throw entry.bad("period", "\(period) 的发布时刻写了两次", "只留一个")
      }
      releases.append((period, hour))
    }
    return ReleaseCalendar(releases)
  }
}
