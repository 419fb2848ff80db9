/// The office that keeps a file: of a county, or the city's own.
///
/// It follows from the file's number alone, so the random numbers of the other columns do not depend on it.
enum ArchiveOffice {
  /// Index into `Place.counties`; -1 the city's own office, nil where the cell is empty.
  private static let offices = Mix<Int?>([(0, 38.0), (1, 27), (2, 6), (3, 16), (-1, 10), (nil, 3)])

  /// The cell of the file's row: most offices write the code, some the name of the place.
  static func place(_ number: String) -> String {
    var random = SampleRandom(of: number, 0)
    guard let index = offices.draw(&random) else { return "" }
    let place = index < 0 ? Place.city : Place.counties[index]
    return random.chance(0.06) ? random.pick(place.names) : "\(place.code)"
  }
}
