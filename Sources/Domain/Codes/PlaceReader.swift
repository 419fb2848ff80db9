/// Reads the pieces of a text one after the other: each names a place within what was named before, or another one.
struct PlaceReader {
  /// What the names so far may mean.
  private struct State {
    var codes: [String] = []
    var isAssumed = false
    /// True while the only name was one without its kind: no more than a word in many places.
    var isShort = false
    /// Whether that name is of a township.
    var isTown = false
    /// Whether the last name was one without its kind, or that of another country.
    var isBare = false
  }

  private struct Parse {
    let state: State
    /// Where the names end.
    let end: Int
  }

  private let index: RegionNameIndex
  private let names: RegionNameIndex.Names
  private let home: String?
  private var state = State()
  private var done: [State] = []

  init(index: RegionNameIndex, home: String?) {
    self.index = index
    names = index.names()
    self.home = home
  }

  /// Takes the next piece of the text; what names nothing is a street or a building, and says nothing.
  mutating func read(_ piece: [Character]) {
    let deeper = parse(piece, 0, state)
    if deeper.end > 0 {
      if let next = supported(deeper, piece) { state = next }
      // 港口区和防城区; 和 is also part of names, which have been read by then.
      if deeper.end < piece.count, "和及与或".contains(piece[deeper.end]) { beside(Array(piece[(deeper.end + 1)...])) }
      return
    }
    beside(piece)
  }

  /// Takes another place than the one before.
  private mutating func beside(_ piece: [Character]) {
    guard !state.codes.isEmpty else { return }
    // 南宁市青秀区、西乡塘区: what lies beside the place before, else another place anywhere, named in full.
    for above in index.list.lineage(of: state.codes[0]).dropFirst() {
      let beside = parse(piece, 0, State(codes: [above.code]))
      if beside.end == piece.count { return add(beside.state) }
    }
    let other = parse(piece, 0, State())
    if other.end == piece.count { add(other.state) }
  }

  /// What names mean beside the rest of their piece, which is no name; nil where they may be words of it.
  private func supported(_ parse: Parse, _ piece: [Character]) -> State? {
    guard parse.state.isShort, parse.end < piece.count else { return parse.state }
    // 重庆火锅城, 港口装卸.
    guard !PlaceSurroundings.isBody(piece[parse.end...]) else { return nil }
    var next = parse.state
    next.codes = next.codes.filter { $0.hasSuffix("00") || isHome($0) && !PlaceReader.isWord($0, index.list) }
    next.isAssumed = !next.codes.allSatisfy { isHome($0) && $0.hasSuffix("00") }
    return next.codes.isEmpty ? nil : next
  }

  private mutating func add(_ other: State) {
    done.append(state)
    state = other
  }

  /// The places that were named, in the order of the text.
  func finished() -> [RegionReading] {
    var found: [RegionReading] = []
    for reading in (done + [state]).filter({ !$0.codes.isEmpty }).map(decided) where !found.contains(reading) {
      found.append(reading)
    }
    return found
  }

  /// The names from a position on that explain most of a piece.
  private func parse(_ piece: [Character], _ start: Int, _ state: State) -> Parse {
    var best = Parse(state: state, end: start)
    for length in stride(from: min(names.longest, piece.count - start), to: 0, by: -1) {
      guard let found = names.byText[String(piece[start..<(start + length)])] else { continue }
      let rest = piece[(start + length)...]
      guard let next = state.codes.isEmpty ? opening(found, length, rest) : inner(found, state, rest) else { continue }
      let parse = parse(piece, start + length, next)
      // 北京路 is a street, but 石家庄桥西 a district.
      if next.isBare, parse.end == start + length, PlaceSurroundings.isWay(rest) { continue }
      if parse.end > best.end { best = parse }
    }
    return best
  }

  /// What a name means with none before it; nil where it says nothing.
  private func opening(
    _ found: [RegionNameIndex.Name], _ length: Int, _ rest: ArraySlice<Character>
  ) -> State? {
    guard length > 1 else { return nil }
    // What lies at home goes before what bears the same name elsewhere.
    for (form, isShort) in [(RegionNameIndex.Form.town, false), (.shortTown, true)] {
      let towns = found.filter { $0.form == form && isHome($0.code) }.map(\.code)
      if !towns.isEmpty, !isShort || rest.isEmpty { return State(codes: towns) }
    }
    guard !PlaceReader.isWord(found, rest, index.list) else { return nil }
    let full = found.filter { $0.form == .full }.map(\.code)
    if !full.isEmpty {
      let isCountry = full.allSatisfy { $0.first == "9" }
      return isCountry && PlaceSurroundings.isBody(rest) ? nil : State(codes: full, isBare: isCountry)
    }
    let short = found.filter { $0.form == .short }.map(\.code)
    if !short.isEmpty { return State(codes: short, isShort: true, isBare: true) }
    // Of the townships of other cities only the own province's are known: elsewhere others may bear the name.
    let towns = found.filter { $0.form == .town }.map(\.code)
    return towns.isEmpty ? nil : State(codes: towns, isAssumed: true, isTown: true)
  }

  /// What a name means after others; nil where it lies elsewhere.
  private func inner(_ found: [RegionNameIndex.Name], _ state: State, _ rest: ArraySlice<Character>) -> State? {
    let usable = found.filter { name in
      switch name.form {
      case .full, .town, .short: true
      case .single, .shortTown: rest.isEmpty
      }
    }
    var next = State(isAssumed: state.isAssumed && !state.isTown)
    next.isBare = usable.allSatisfy { $0.form == .short || $0.form == .single }
    let below = usable.filter { name in state.codes.contains { $0 != name.code && index.list.isWithin(name.code, $0) } }
    // 南宁马山 is the county, though a town elsewhere in the city is called so.
    let places = below.filter { $0.form != .town && $0.form != .shortTown }
    next.codes = (places.isEmpty ? below : places).map(\.code)
    if !next.codes.isEmpty { return next }
    // 深圳深圳宝安区: a name of the place itself, or of what lies above it, adds nothing; but 朝阳区, 北京 tells which.
    next.codes = state.codes.filter { own in usable.contains { index.list.isWithin(own, $0.code) } }
    return next.codes.isEmpty ? nil : next
  }

  /// 合作市场, 东区, 城北: words, though places are called so.
  private static func isWord(_ found: [RegionNameIndex.Name], _ rest: ArraySlice<Character>, _ list: CodeList) -> Bool {
    let names = found.compactMap { list.entry(code: $0.code)?.name }
    if names.contains(where: directions.contains) { return true }
    return rest.first == "场" && names.contains { $0.hasSuffix("市") }
      || rest.first == "域" && names.contains { $0.hasSuffix("区") }
  }

  private static let directions: Set<String> = [
    "东区", "西区", "南区", "北区", "城区", "郊区", "矿区", "城中区", "城东区", "城西区", "城南区", "城北区", "城关区", "新城区", "市中区",
    "市南区", "市北区",
  ]

  /// Counties whose names without their kind are words of many texts.
  private static func isWord(_ code: String, _ list: CodeList) -> Bool { list.entry(code: code)?.name == "港口区" }

  /// The one place that names mean.
  private func decided(_ state: State) -> RegionReading {
    // 吉林 is a province and a city in it: the higher one holds whatever was meant.
    let codes = Set(state.codes).sorted()
    let top = codes.filter { code in !codes.contains { $0 != code && index.list.isWithin(code, $0) } }
    let near = top.filter(isHome)
    if near.count == 1 { return RegionReading(code: near[0], certainty: .sure) }
    if top.count == 1, near.isEmpty { return alone(top[0], state) }
    guard state.isShort, near.isEmpty else { return .unknown }
    // 海南 is a province before it is a district of 乌海, 中山 a city before it is a district of 大连.
    let provinces = top.filter { $0.hasSuffix("0000") }
    if provinces.count == 1 { return RegionReading(code: provinces[0], certainty: .sure) }
    let prefectures = top.filter { $0.hasSuffix("00") }
    guard prefectures.count == 1, !top.contains(where: isInHomeProvince) else { return .unknown }
    return RegionReading(code: prefectures[0], certainty: .assumed)
  }

  /// A county's name without its kind is a word that streets and villages bear everywhere: that of a city is told, that
  /// of others says nothing.
  private func alone(_ code: String, _ state: State) -> RegionReading {
    let isSure = !state.isAssumed && (!state.isShort || code.hasSuffix("00"))
    if isSure { return RegionReading(code: code, certainty: .sure) }
    let isCity = index.list.entry(code: code)?.name.hasSuffix("市") ?? false
    return state.isAssumed || isCity || isInHomeProvince(code)
      ? RegionReading(code: code, certainty: .assumed) : .unknown
  }

  private func isHome(_ code: String) -> Bool { home.map { code.prefix(4) == $0.prefix(4) } ?? false }

  private func isInHomeProvince(_ code: String) -> Bool { home.map { code.prefix(2) == $0.prefix(2) } ?? false }
}
