/// All made-up employers, and who may offer which job where.
struct EmployerPool {
  let all: [Employer]
  private let byCounty: [[Int]]
  /// Employers of each county and industry, in order.
  private let byIndustry: [[String: [Int]]]
  private let inCity: [String: [Int]]

  /// The made-up names suffice for so many.
  private static let most = 20_000

  init(scale: Double, seed: UInt64) {
    var random = SampleRandom(seed: seed, stream: 1)
    // A smaller sample has fewer jobs an employer; a larger one is a larger city.
    let count = min(max(Int(300 * (scale < 1 ? scale.squareRoot() : scale)), 60), EmployerPool.most)
    let kinds = EmployerPool.kinds()
    var seen: Set<String> = []
    var all: [Employer] = []
    while all.count < count {
      let (industry, county) = kinds.draw(&random)
      let employer = EmployerPool.make(Industry.named(industry), county, &random)
      if seen.insert(employer.name).inserted { all.append(employer) }
    }
    self.all = all
    byCounty = Place.counties.indices.map { county in all.indices.filter { all[$0].county == county } }
    byIndustry = byCounty.map { members in Dictionary(grouping: members) { all[$0].industry.code } }
    inCity = Dictionary(grouping: all.indices) { all[$0].industry.code }
  }

  /// An employer for `profile` in `county`; the first ones of a group offer most.
  func draw(for profile: JobProfile, county: Int, _ random: inout SampleRandom) -> Employer {
    let industry = profile.isCommon ? "" : random.pick(profile.industries)
    // Where the county has no such employer, one from the rest of the city runs a site there.
    let group = byIndustry[county][industry] ?? inCity[industry] ?? byCounty[county]
    let point = random.unit()
    return all[group[Int(point * point * Double(group.count))]]
  }

  /// Industry and county by the jobs that are offered there.
  private static func kinds() -> Mix<(String, Int)> {
    var weights: [((String, Int), Double)] = []
    for profile in JobProfile.all where !profile.isCommon {
      for industry in profile.industries {
        for county in Place.counties.indices where profile.demand[county] > 0 {
          weights.append(((industry, county), profile.demand[county] / Double(profile.industries.count)))
        }
      }
    }
    return Mix(weights)
  }

  private static let firsts = Array("澄棠沛砚珑霁榕澜屿汀岚彦桐璟筠漪葭栩翊昶渝滢沅柏禾")
  private static let seconds = Array("源川霖越舟启岸泽帆远垚衡汇朔卓乔坤琛奕航森恺逸沣昕")

  private static func make(_ industry: Industry, _ county: Int, _ random: inout SampleRandom) -> Employer {
    let ownership = Ownership.mix(section: industry.section).draw(&random)
    let brand = String([random.pick(firsts), random.pick(seconds)])
    let prefix = ["41": "12", "42": "11", "31": "92"][ownership] ?? "91"
    return Employer(
      name: EmployerName.make(brand, industry, county, ownership),
      creditCode: CreditCode.make(prefix: prefix, place: Place.counties[county].code, &random), ownership: ownership,
      industry: industry, county: county, usesBothSites: random.chance(0.25), prefersPublicSite: random.chance(0.62))
  }
}
