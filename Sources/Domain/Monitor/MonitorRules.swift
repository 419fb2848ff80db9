/// What analysts may change of the monitors: `Pipelines/rules/monitor.yaml`. A section that the file lacks is nil.
public struct MonitorRules: Sendable {
  /// How the files of a source are held against those before.
  public struct Files: Sendable {
    /// Files before, at most.
    public let history: Int
    /// Files before, without which nothing is said.
    public let least: Int
    /// Spreads beyond which a file stands out.
    public let deviations: Double
    /// Floor of the spread of the rows: share of the median.
    public let rowsFloor: Double
    /// Floor of the spread of the shares of rejected and of duplicate rows.
    public let shareFloor: Double

    public init(history: Int, least: Int, deviations: Double, rowsFloor: Double, shareFloor: Double) {
      self.history = history
      self.least = least
      self.deviations = deviations
      self.rowsFloor = rowsFloor
      self.shareFloor = shareFloor
    }
  }

  /// How figures of the market are held against their season.
  public struct Market: Sendable {
    public let unit: Period.Unit
    /// Level of the occupations: 1 大类, 2 中类, 3 小类, 4 细类.
    public let level: Int
    /// Days after the end of a period from which on it is judged.
    public let after: Int
    /// Openings and seekers together below which a cell is not judged.
    public let least: Int
    public let deviations: Double
    /// Floor of the spread: share of the median.
    public let floor: Double

    /// Share of `deviations` below which an alert that there is ends.
    private static let hold = 0.75

    /// How a figure stands: beyond its limit (true), so near to it that an alert that there is stays (false), or within
    /// (nil).
    public func isBeyond(_ figure: Double) -> Bool? {
      abs(figure) > deviations ? true : abs(figure) > Market.hold * deviations ? false : nil
    }

    public init(unit: Period.Unit, level: Int, after: Int, least: Int, deviations: Double, floor: Double) {
      self.unit = unit
      self.level = level
      self.after = after
      self.least = least
      self.deviations = deviations
      self.floor = floor
    }
  }

  /// Values that no list has.
  public struct Values: Sendable {
    /// Rows with such a value from which on it is told.
    public let rows: Int
    /// Nights for which it is told.
    public let nights: Int

    public init(rows: Int, nights: Int) {
      self.rows = rows
      self.nights = nights
    }
  }

  /// How much of an export may be left without an occupation code.
  public struct Titles: Sendable {
    /// Exports before that it is held against.
    public let exports: Int
    /// Percentage points above their mean beyond which it is told.
    public let points: Double
    /// Accepted rows below which an export is not looked at.
    public let least: Int

    public init(exports: Int, points: Double, least: Int) {
      self.exports = exports
      self.points = points
      self.least = least
    }
  }

  /// A section of the file; what a bureau's file lacks is not looked at.
  public enum Section: String, Sendable, CaseIterable {
    case late, files, values, titles, market, forecast, archives, releases
  }

  /// Periods that a missing export is asked for.
  public var follow: Int?
  public var files: Files?
  public var values: Values?
  public var titles: Titles?
  public var market: Market?
  /// The lowest level of a warning that is told.
  public var warning: WarningLevel?
  /// Working days within which an archive has to be sent.
  public var archiveDays: Int?
  /// Days before its date on which an edition is told of.
  public var releaseDays: Int?
  /// Where it is not written, every Monday to Friday is a working day.
  public var calendar: WorkingDays

  public init(
    follow: Int? = nil, files: Files? = nil, values: Values? = nil, titles: Titles? = nil, market: Market? = nil,
    warning: WarningLevel? = nil, archiveDays: Int? = nil, releaseDays: Int? = nil, calendar: WorkingDays
  ) {
    self.follow = follow
    self.files = files
    self.values = values
    self.titles = titles
    self.market = market
    self.warning = warning
    self.archiveDays = archiveDays
    self.releaseDays = releaseDays
    self.calendar = calendar
  }

  /// True where the file has the section.
  public func has(_ section: Section) -> Bool {
    switch section {
    case .late: follow != nil
    case .files: files != nil
    case .values: values != nil
    case .titles: titles != nil
    case .market: market != nil
    case .forecast: warning != nil
    case .archives: archiveDays != nil
    case .releases: releaseDays != nil
    }
  }
}
