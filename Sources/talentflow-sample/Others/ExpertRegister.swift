import Foundation

/// The register of experts who judge the catalog: one line an expert and occupation group.
enum ExpertRegister {
  static let name = "experts"
  private static let header = "专家编号,姓名,单位,领域,职称,职业,有效期,更新时间"
  private static let surnames = Array("黄韦陈李梁覃陆莫潘苏")
  private static let places = ["市行业协会", "市职业院校", "市人才服务中心", "重点企业"]

  /// Groups an expert, and every how many groups one has no expert.
  private static let groupsEach = 2
  private static let gap = 8
  /// Number of the one whose term has ended.
  private static let ended = 5

  /// 中类 of all jobs that are offered, in order.
  private static var groups: [String] {
    Set(JobProfile.all.map { $0.occupation.prefix(4) }).sorted().map(String.init)
  }

  static func text() -> String {
    let covered = groups.enumerated().filter { $0.offset % gap != gap - 1 }.map(\.element)
    let lines = covered.enumerated().map { index, group in
      let number = index / groupsEach + 1
      let id = "E" + String(1000 + number).dropFirst()
      let until = number == ended ? "2025-12-31" : "2028-12-31"
      return [
        id, "\(surnames[number % surnames.count])某", places[number % places.count], "第\(number)组", "高级职称", group,
        until, "2026-01-15 09:00:00",
      ].joined(separator: ",")
    }
    return ([header] + lines).joined(separator: "\r\n") + "\r\n"
  }

  /// Writes `experts/experts.csv` below `folder`.
  static func write(into folder: URL) throws {
    let own = folder.appending(path: name)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try Data(text().utf8).write(to: own.appending(path: "\(name).csv"))
  }
}
