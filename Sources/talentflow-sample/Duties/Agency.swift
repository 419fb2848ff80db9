/// A made-up employment agency.
struct Agency {
  let name: String
  let creditCode: String
  /// Index in `Place.counties`.
  let county: Int
  let town: String
  let kind: String
  var business: [String]
  let opened: SampleDay

  static let towns = [
    ["渔州坪街道", "白沙万街道", "企沙镇"], ["水营街道", "珠河街道", "文昌街道", "江山镇", "那良镇"], ["思阳镇", "在妙镇"], ["东兴镇", "江平镇"],
  ]
  private static let firsts = Array("嘉恒瑞博众诚聚汇联盛启锦")
  private static let seconds = Array("才英聘杰邦航力达信和源立")
  private static let ends = ["人力资源有限公司", "人才服务有限公司", "劳务有限公司", "企业管理咨询有限公司"]
  private static let kinds = Mix([("民营", 78.0), ("国有", 12), ("外资", 3), ("港资", 2), ("民办非企业", 5)])
  private static let more = Mix([
    ("劳务派遣", 24.0), ("人事代理", 22), ("服务外包", 18), ("培训", 14), ("猎头", 8), ("测评", 4), ("管理咨询", 10),
  ])

  /// - Parameter feed: the name under which it sends postings; nil for those that send none.
  init(_ number: Int, feed: String?, _ random: inout SampleRandom) {
    county = Mix([(0, 38.0), (1, 30), (2, 9), (3, 23)]).draw(&random)
    let brand = "\(Agency.firsts[number % 12])\(Agency.seconds[(number / 12 + number) % 12])"
    name = feed.map { "\($0)有限公司" } ?? "防城港\(brand)\(Agency.ends[number % 4])"
    creditCode = CreditCode.make(prefix: "91", place: Place.counties[county].code, &random)
    town = random.pick(Agency.towns[county])
    kind = Agency.kinds.draw(&random)
    opened = SampleDay(2022, 1, 10) + random.integer(0...1590)
    business = ["招聘"]
    for _ in 0..<random.integer(0...2) {
      let own = Agency.more.draw(&random)
      if !business.contains(own) { business.append(own) }
    }
  }

  /// The same one, opened on another day.
  init(copying other: Agency, opened: SampleDay) {
    (name, creditCode, county, town) = (other.name, other.creditCode, other.county, other.town)
    (kind, business) = (other.kind, other.business)
    self.opened = opened
  }
}
