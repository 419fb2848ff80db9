/// Makes the postings of one quarter.
struct PostingMaker {
  let pool: EmployerPool
  let quarter: Quarter
  /// Nil where postings have codes.
  let titles: TitleTruth?
  private let jobs: Mix<(profile: JobProfile, county: Int)>

  init(pool: EmployerPool, quarter: Quarter, titles: TitleTruth?) {
    self.pool = pool
    self.quarter = quarter
    self.titles = titles
    jobs = Mix(
      JobProfile.all.flatMap { profile in
        Place.counties.indices.map { county in
          ((profile, county), profile.demand[county] * (1 + profile.trend * Double(quarter.index)))
        }
      })
  }

  func make(_ site: PostingSite, number: String, on day: SampleDay, _ random: inout SampleRandom) -> Posting {
    let (profile, county) = jobs.draw(&random)
    let employer = employer(for: profile, county, site, &random)
    let place = place(county, site, &random)
    let posted = SampleTime(day, second: random.integer(28_800...61_200))
    let platform = site == .agency ? random.pick(PostingSite.agencies) : site.platform
    var fact = MarketFact(
      side: .demand, key: "postings/\(platform)/\(number)", start: day, ends: day, unit: platform, region: place.code)
    var title = random.pick(profile.titles)
    if let titles {
      title = WrittenTitle.make(title, &random)
      titles.add(title, profile.occupation)
    }
    (fact.employer, fact.title, fact.number) = (employer.creditCode, Title.comparable(title), number)
    let openings = OpeningsText.make(profile.kind, &random)
    fact.weight = openings.count
    let ages = profile.kind.ages.draw(&random)
    if ages.high > 0 { fact.age = ((ages.low == 0 ? 16 : ages.low) + ages.high) / 2 }
    fact.sex = profile.kind.sex.draw(&random)
    fact.education = profile.kind.education.draw(&random)
    fact.level = profile.kind.level.draw(&random)
    let hasIndustry = !random.chance(0.06)
    let hasOccupation = !random.chance(0.07) && titles == nil
    fact.section = hasIndustry ? employer.industry.section : ""
    fact.ownership = employer.ownership
    fact.occupation = hasOccupation ? profile.occupation : ""
    let usual = Tightness.pay(profile, quarter: quarter.index)
    let pay = site == .talent ? TalentPay.make(usual, &random) : PayOffer.make(usual, &random)
    var posting = Posting(
      number: number, platform: platform, employerName: employer.name, creditCode: employer.creditCode,
      ownership: site.ownership(employer.ownership), industry: hasIndustry ? employer.industry : nil,
      title: title, profile: profile, hasOccupation: hasOccupation,
      tightness: Tightness.of(profile, quarter: quarter.index), openings: openings.text,
      education: EducationText.wanted(fact.education, &random), titleLevel: LevelText.title(fact.level, none: "不限"),
      skillLevel: LevelText.skill(fact.level, none: "不限"), age: AgeText.make(ages), sex: ["不限", "男", "女"][fact.sex],
      experience: Mix([("不限", 50.0), ("1-3年", 26), ("3-5年", 16), ("1年以上", 8)]).draw(&random), pay: pay,
      employment: Mix([("全职", 88.0), ("劳务派遣", 6), ("兼职", 4), ("实习", 2)]).draw(&random),
      placeName: random.pick(place.names), placeCode: "\(place.code)",
      description: Description.make(profile.kind, lines: site == .agency, &random), posted: posted, updated: posted,
      fact: fact)
    addDates(&posting, &random)
    return posting
  }

  private func addDates(_ posting: inout Posting, _ random: inout SampleRandom) {
    let day = posting.fact.start
    if random.chance(0.25) { posting.validUntil = day + random.pick([15, 30, 30, 45, 60, 90, 120]) }
    if random.chance(0.15) { posting.wantedBy = day + random.integer(5...45) }
    let applicants = random.integer(
      0...Tightness.mostApplicants(posting.tightness, openings: posting.fact.weight))
    posting.applicants = "\(applicants)"
    posting.suitable = "\(random.integer(0...applicants))"
    posting.settle()
  }

  /// An employer that publishes on the site, as far as one is found soon.
  private func employer(
    for profile: JobProfile, _ county: Int, _ site: PostingSite, _ random: inout SampleRandom
  ) -> Employer {
    var employer = pool.draw(for: profile, county: county, &random)
    for _ in 0..<4 where site != .agency && !employer.usesBothSites {
      if employer.prefersPublicSite == (site == .publicSite) { break }
      employer = pool.draw(for: profile, county: county, &random)
    }
    return employer
  }

  private func place(_ county: Int, _ site: PostingSite, _ random: inout SampleRandom) -> Place {
    let point = random.unit()
    if point < 0.015 { return Place.city }
    if point < 0.022, site != .publicSite { return random.pick(Place.elsewhere) }
    return Place.counties[county]
  }
}
