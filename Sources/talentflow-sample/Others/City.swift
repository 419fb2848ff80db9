/// Runs all systems, quarter by quarter, and writes their exports.
struct City {
  let scale: Double
  let seed: UInt64
  /// Keeps what written titles mean; nil where postings have codes.
  let titles: TitleTruth?

  /// Writes every export; the files of a system come in the order of the quarters.
  func export(_ writer: ExportWriter) throws {
    let pool = EmployerPool(scale: scale, seed: seed)
    var publicSite = PostingSystem(.publicSite, scale: scale, seed: seed)
    var talent = PostingSystem(.talent, scale: scale, seed: seed)
    var agency = PostingSystem(.agency, scale: scale, seed: seed)
    var copies = AgencyCopies(seed: seed)
    var centre = SeekerSystem(.centre, scale: scale, seed: seed)
    var county = SeekerSystem(.county, scale: scale, seed: seed)
    var placements = PlacementSystem(scale: scale, seed: seed)
    var archives = ArchiveSystem(scale: scale, seed: seed)
    var register = RegisterSystem(scale: scale, seed: seed)
    let counts = CountSystem(scale: scale, seed: seed)
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
      try writer.write(referrals, PlacementSystem.layout, quarter)
      try writer.write(archives.run(quarter, pool: pool), ArchiveSystem.layout, quarter)
      try writer.write(register.run(quarter, pool: pool), RegisterSystem.layout, quarter)
      try writer.write(counts.run(quarter), CountSystem.layout, quarter)
    }
  }
}
