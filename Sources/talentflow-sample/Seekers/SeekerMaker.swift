/// Makes the registrations of one quarter.
struct SeekerMaker {
  let quarter: Quarter
  private let jobs: Mix<(profile: JobProfile, county: Int)>

  init(quarter: Quarter) {
    self.quarter = quarter
    jobs = Mix(
      JobProfile.all.flatMap { profile in
        Place.counties.indices.map { ((profile, $0), profile.supply[$0]) }
      })
  }

  func make(_ system: SeekerOffice, number: String, on day: SampleDay, _ random: inout SampleRandom) -> Seeker {
    let (profile, county) = jobs.draw(&random)
    let isCounty = system == .county
    let isLocal = random.chance(isCounty ? 0.93 : 0.84)
    let home =
      isLocal ? Place.counties[random.chance(0.9) ? county : random.integer(0...3)] : random.pick(Place.origins)
    let place = random.chance(0.02) ? Place.city : Place.counties[county]
    let age = SeekerMaker.age(profile.kind, &random)
    let birth = SampleDay(ordinal: day.ordinal - age * 365 - age / 4 - random.integer(0...364))
    let isMale = !random.chance(profile.kind.women)
    let office = system.office(county: county, &random)
    let registered = SampleTime(day, second: random.integer(30_600...63_000))
    var fact = MarketFact(
      side: .seekers, key: "seekers/\(number)", start: day, ends: day, unit: office, region: place.code)
    fact.education = profile.kind.schooling.draw(&random)
    fact.level = profile.kind.skill.draw(&random)
    let occupation = Intention.make(profile, &random)
    fact.occupation = occupation.code
    let isPlaceGiven = !random.chance(0.02)
    if !isPlaceGiven { fact.region = home.code }
    fact.category = SeekerCategory.draw(
      age: age, education: fact.education, isLocal: isLocal, month: day.parts.month, &random)
    let document = Document(birth: birth, isMale: isMale, home: home.code, isCounty: isCounty, &random)
    (fact.sex, fact.age) = (document.knownSex, document.knownAge(on: day))
    let background = Background(number: number, age: age, isCounty: isCounty)
    var seeker = Seeker(
      number: number, person: document.person, sex: document.sex, birth: document.birthText,
      education: EducationText.held(fact.education, &random), major: SeekerMaker.major(profile.kind, &random),
      titleLevel: LevelText.title(fact.level, none: ""),
      skillLevel: SeekerMaker.skill(fact.level, &random),
      category: SeekerCategory.word(fact.category, isCounty: isCounty),
      homeName: random.pick(home.names), regionName: isPlaceGiven ? random.pick(place.names) : "",
      regionCode: isPlaceGiven ? "\(place.code)" : "", occupation: occupation.text,
      wantedPay: SeekerMaker.wantedPay(profile.pay, &random), experience: background.experience,
      consent: background.consent, registered: registered, office: office, updated: registered, fact: fact,
      homeRegion: home.code, profile: profile)
    if system == .centre, random.chance(0.12) { seeker.validUntil = day + random.pick([60, 90, 180, 240]) }
    seeker.settle()
    return seeker
  }

  private static func age(_ kind: JobKind, _ random: inout SampleRandom) -> Int {
    // Newcomers are more frequent than the old hands of the same job.
    let point = random.unit()
    let span = kind.span
    return span.lowerBound + Int(Double(span.upperBound - span.lowerBound + 1) * point * (0.55 + 0.45 * point))
  }

  private static func major(_ kind: JobKind, _ random: inout SampleRandom) -> String {
    switch kind {
    case .engineer: random.pick(["机械工程", "土木工程", "化学工程与工艺", "软件工程"])
    case .clerk, .office: random.pick(["会计", "工商管理", "电子商务", "汉语言文学"])
    case .teacher: random.pick(["学前教育", "小学教育"])
    case .nurse: random.pick(["护理", "药学"])
    case .craft: random.pick(["机电一体化", "数控", "汽修", "无"])
    case .labour, .service, .care, .sales: random.pick(["无", "市场营销", "旅游管理", "-"])
    }
  }

  /// Some hold a skill level beside a title; the title decides.
  private static func skill(_ level: String, _ random: inout SampleRandom) -> String {
    if level.hasPrefix("T"), random.chance(0.15) { return "中级工" }
    return LevelText.skill(level, none: "")
  }

  private static func wantedPay(_ usual: ClosedRange<Int>, _ random: inout SampleRandom) -> String {
    if random.chance(0.15) { return "面议" }
    let low = usual.lowerBound / 500 * 500 + random.integer(0...2) * 500
    return "\(low)-\(low + random.pick([1000, 1500, 2000]))"
  }
}
