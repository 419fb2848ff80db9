/// A kind of job of the city: what postings call it, who offers it, who looks for it.
struct JobProfile {
  /// 细类 of the 2022 classification of occupations, four parts.
  let occupation: String
  /// Its name; nil where a 小类 has the same name, so that only the code is safe.
  let occupationName: String?
  /// Titles of postings.
  let titles: [String]
  /// 大类 of GB/T 4754 of its employers; empty: any employer.
  let industries: [String]
  /// Usual pay in 2023Q1, CNY a month.
  let pay: ClosedRange<Int>
  let kind: JobKind
  /// Weights of postings and of seekers in 港口区, 防城区, 上思县, 东兴市.
  let demand: [Double]
  let supply: [Double]
  /// Growth of the demand in a quarter.
  let trend: Double

  /// - Parameter occupation: code and name, separated by a blank.
  init(
    _ occupation: String, _ titles: [String], in industries: [String] = [], pay: ClosedRange<Int>, _ kind: JobKind,
    demand: [Double], supply: [Double], trend: Double = 0
  ) {
    let parts = occupation.split(separator: " ")
    self.occupation = String(parts[0])
    occupationName = self.occupation.hasSuffix("-00") ? nil : String(parts[1])
    self.titles = titles
    self.industries = industries
    self.pay = pay
    self.kind = kind
    self.demand = demand
    self.supply = supply
    self.trend = trend
  }

  static let all: [JobProfile] = harbour + factory + service + office

  /// Trades that any employer may need.
  var isCommon: Bool { industries.isEmpty }
}
