/// Runs all systems, quarter by quarter, and writes their exports.
struct City {
  let scale: Double
  let seed: UInt64
  /// Keeps what written titles mean; nil where postings have codes.
  let titles: TitleTruth?

  /// Keeps what the declared checks must find.
  let doubts = DoubtBook()

  /// Keeps what screening must find.
  let leads = LeadTruth()

  /// Writes every export; the files of a system come in the order of the quarters.
  func export(_ writer: ExportWriter) throws {
    let pool = EmployerPool(scale: scale, seed: seed)
    var publicSite = PostingSystem(.publicSite, scale: scale, seed: seed, leads)
    var talent = PostingSystem(.talent, scale: scale, seed: seed, leads)
    var agency = PostingSystem(.agency, scale: scale, seed: seed, leads)
    var copies = AgencyCopies(seed: seed)
    var centre = SeekerSystem(.centre, scale: scale, seed: seed)
    var county = SeekerSystem(.county, scale: scale, seed: seed)
    var placements = PlacementSystem(scale: scale, seed: seed)
    var archives = ArchiveSystem(scale: scale, seed: seed)
    var register = RegisterSystem(scale: scale, seed: seed)
    let counts = CountSystem(scale: scale, seed: seed)
    var hires = Hires()
    var registered = RegisterDoubts()
    for quarter in Quarter.all {
      let maker = PostingMaker(pool: pool, quarter: quarter, titles: titles)
      let first = publicSite.run(maker)
      let second = talent.run(maker)
      try writer.write(first.rows, PublicSite.layout, quarter)
      try writer.write(second.rows, TalentSite.layout, quarter)
      if quarter.last > AgencyFeed.start {
        let copied = copies.run(first.new + second.new, quarter: quarter)
        try writer.write(agency.run(maker, copies: copied).rows, AgencyFeed.layout, quarter)
      }
      let seekerMaker = SeekerMaker(quarter: quarter)
      let inCentre = centre.run(seekerMaker)
      let inCounty = county.run(seekerMaker)
      try writer.write(inCentre.rows, SeekerOffice.centre.layout, quarter)
      try writer.write(inCounty.rows, SeekerOffice.county.layout, quarter)
      let referrals = placements.run(
        quarter, postings: first.new + second.new, seekers: inCentre.new + inCounty.new)
      hires.take(referrals)
      try writer.write(referrals, PlacementSystem.layout, quarter)
      try writer.write(archives.run(quarter, pool: pool), ArchiveSystem.layout, quarter)
      let entries = register.run(quarter, pool: pool)
      registered.take(entries)
      try writer.write(entries, RegisterSystem.layout, quarter)
      try writer.write(counts.run(quarter), CountSystem.layout, quarter)
    }
    registered.plant(doubts, locals: ["450602": 1, "450621": 1])
    try duties(pool, hires.single, writer)
  }

  /// The systems of the bureau's own duties: each draws numbers of its own, so that no other export depends on them.
  private func duties(_ pool: EmployerPool, _ hires: [Hires.Hire], _ writer: ExportWriter) throws {
    // What becomes of their rows is not accounted for: none is spoilt.
    let writer = ExportWriter(folder: writer.folder, ledger: nil)
    let agencies = AgencySystem(scale: scale, seed: seed, doubts)
    try agencies.write(writer)
    var cases = CaseSystem(scale: scale, seed: seed, pool: pool, agencies: agencies, doubts)
    try cases.write(writer)
    var rosters = RosterSystem(seed: seed, pool: pool, doubts)
    rosters.serve()
    rosters.plant(hires)
    var claims = ClaimSystem(scale: scale, seed: seed, doubts)
    try claims.write(writer, hires, &rosters, agencies)
    try rosters.write(writer)
    var posts = PostsSystem(scale: scale, seed: seed, pool: pool, doubts)
    try posts.write(writer)
    var items = ItemSystem(seed: seed, doubts)
    try items.write(writer)
    var reports = ReportSystem(seed: seed)
    try reports.write(writer, agencies)
    var ledger = LedgerSystem(seed: seed)
    try ledger.write(writer)
  }
}
