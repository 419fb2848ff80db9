/// How well a seeker suits a posting: 0 to 100 points, part by part. What is unknown of either scores 0.
struct MatchScore: Sendable, Hashable {
  /// 职业: the same 细类, 小类 or 中类.
  var occupation: Int
  /// 学历 as asked for.
  var education: Int
  /// 职称 or 技能等级 as asked for; where both are asked for, either will do.
  var level: Int
  /// 工作年限 as asked for.
  var experience: Int
  /// 地区: the same county, or the same city.
  var region: Int
  /// 薪酬: what is offered and what is wanted overlap.
  var pay: Int

  static let most = 100

  var total: Int { occupation + education + level + experience + region + pay }
  /// In the order of the columns of a list.
  var parts: [Int] { [occupation, education, level, experience, region, pay] }

  init(_ posting: MatchProfile, _ seeker: MatchProfile) {
    let (wanted, own) = (posting.occupation, seeker.occupation)
    occupation =
      wanted.unit != 0 && wanted.unit == own.unit
      ? 40
      : wanted.minorGroup != 0 && wanted.minorGroup == own.minorGroup
        ? 25 : wanted.group != 0 && wanted.group == own.group ? 10 : 0
    education = MatchScore.isMet(posting.education, seeker.education) ? 15 : 0
    level = MatchScore.hasLevel(posting, seeker) ? 15 : 0
    experience = MatchScore.isMet(posting.experience, seeker.experience) ? 10 : 0
    region = MatchScore.region(posting.region, seeker.region)
    pay = posting.pay.overlaps(seeker.pay) ? 10 : 0
  }

  private static func isMet(_ least: Int32, _ own: Int32) -> Bool { least == 0 || least > 0 && own >= least }

  private static func hasLevel(_ posting: MatchProfile, _ seeker: MatchProfile) -> Bool {
    guard posting.title > 0 || posting.skill > 0 else { return posting.title == 0 || posting.skill == 0 }
    return posting.title > 0 && seeker.title >= posting.title || posting.skill > 0 && seeker.skill >= posting.skill
  }

  private static func region(_ one: Int32, _ other: Int32) -> Int {
    guard one > 0, other > 0, one / 100 == other / 100 else { return 0 }
    // A code that ends in 00 names the city alone: the county is not known.
    return one == other && one % 100 != 0 ? 10 : 6
  }
}
