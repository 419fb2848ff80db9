/// From where to where, and from what kind of employer to what kind, a person who is hired moves.
///
/// All of it follows from the number of the referral, so that the random numbers of the other columns do not depend on it.
struct Move {
  let fromPlace: String
  let toPlace: String
  let fromSector: String
  let toSector: String
  let talent: String
  let isForeign: Bool

  /// Where else people come from; the empty one stays what the register of seekers says.
  private static let origins = Mix([
    ("", 54.0), ("广西钦州市", 7), ("广西北海市", 6), ("广东省深圳市", 6), ("广东省广州市", 4), ("广东省湛江市", 4), ("广东省", 2), ("广西百色市", 3),
    ("湖南省", 3), ("贵州省", 2), ("香港特别行政区", 2), ("越南", 4), ("老挝", 1), ("日本", 1), ("海外", 1),
  ])
  /// Where the few go who do not stay in the city.
  private static let destinations = Mix([
    ("广西南宁市", 28.0), ("广西钦州市", 14), ("广东省深圳市", 22), ("广东省东莞市", 12), ("湖南省", 6), ("广东省湛江市", 8), ("越南", 6),
    ("澳门特别行政区", 4),
  ])
  private static let foreign: Set = ["越南", "老挝", "日本", "海外"]
  private static let sectors = [
    "11": "国企", "12": "国企", "41": "事业", "42": "机关", "31": "个体", "21": "外资", "22": "外资", "90": "社会组织",
  ]

  /// - Parameters:
  ///   - place, sector, talent: as the register of seekers says.
  ///   - hired: nil: nobody moves.
  init(of placement: Placement, from place: String, _ sector: String, _ talent: String, hired: SampleDay?) {
    var random = SampleRandom(of: placement.number, 1)
    let origin = Move.origins.draw(&random)
    fromPlace = origin.isEmpty ? place : origin
    isForeign = Move.foreign.contains(origin) && random.chance(0.7)
    let other = Mix([("民营", 60.0), ("个体", 12), ("外资", 8), ("机关", 6), ("社会组织", 5), ("国企", 9)]).draw(&random)
    fromSector = sector == "民营" ? other : sector
    let category = Mix([("", 62.0), ("党政", 4), ("企业经营管理", 12), ("农村实用", 12), ("社会工作", 10)]).draw(&random)
    self.talent = talent.isEmpty ? category : talent
    guard hired != nil else {
      (toPlace, toSector) = ("", "")
      return
    }
    toSector = Move.sectors[placement.posting.fact.ownership] ?? "民营"
    let county = (Place.counties + [Place.city]).first { $0.code == placement.posting.fact.region }?.names.last ?? ""
    toPlace = random.chance(0.12) ? Move.destinations.draw(&random) : county
  }
}
