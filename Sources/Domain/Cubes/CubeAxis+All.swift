extension CubeAxis {
  /// The axes of the cube, in the order in which a new warehouse numbers them.
  public static let all: [CubeAxis] = postings + seekers

  /// The axes of a dataset; none where it has no cube.
  public static func of(_ dataset: String) -> [CubeAxis] { all.filter { $0.dataset == dataset } }

  private static let postings: [CubeAxis] = {
    let codes: [(Dimension, Code)] = [
      (.total, .all), (.unit, .column("unit")), (.industry, .column("industry")), (.ownership, .column("ownership")),
      (.occupation, .column("occupation")), (.sex, .column("sex")),
      (.age, .wantedAge(low: "age_low", high: "age_high")), (.education, .column("education")),
      (.level, .level(title: "title_level", skill: "skill_level")),
    ]
    return codes.map { dimension, code in
      CubeAxis(MarketDataset.postings, dimension.name, rows: .originals, code)
    } + [CubeAxis(MarketDataset.postings, "copies", rows: .copies, .all)]
  }()

  private static let seekers: [CubeAxis] = {
    let codes: [(Dimension, Code)] = [
      (.total, .all), (.unit, .column("unit")), (.occupation, .column("intended_occupation")),
      (.category, .column("category")), (.sex, .column("sex")), (.age, .ageAtStart(birth: "birth")),
      (.education, .column("education")), (.level, .level(title: "title_level", skill: "skill_level")),
    ]
    return codes.map { dimension, code in
      CubeAxis(MarketDataset.seekers, dimension.name, code)
    }
  }()
}
