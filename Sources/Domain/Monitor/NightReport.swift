/// What the page of a night says.
public struct NightReport: Sendable {
  /// What came from one source since the page before.
  public struct Source: Sendable {
    public let id: String
    public let title: String
    public var files = 0
    public var rows = 0
    public var accepted = 0
    public var rejected = 0
    public var duplicate = 0
    public var unchanged = 0
    public var skipped = 0
    /// Rows of its last files, the oldest first.
    public let recentRows: [Int]
    /// The night that took its last file; nil where none ever came.
    public let lastTaken: Day?

    public init(id: String, title: String, recentRows: [Int], lastTaken: Day?) {
      self.id = id
      self.title = title
      self.recentRows = recentRows
      self.lastTaken = lastTaken
    }
  }

  /// Rows of a source that were rejected for one reason.
  public struct Reason: Sendable {
    public let source: String
    /// What is wrong, and what to do.
    public let message: String
    public let rows: Int
    /// Files that have such rows.
    public let files: Int
    /// The file with most of them.
    public let file: String
    /// Path of its list of rejects.
    public let list: String

    public init(source: String, message: String, rows: Int, files: Int, file: String, list: String) {
      self.source = source
      self.message = message
      self.rows = rows
      self.files = files
      self.file = file
      self.list = list
    }
  }

  /// The market by month, the oldest first.
  public struct Trend: Sendable {
    public let months: [Period]
    public let demand: [Int]
    public let seekers: [Int]

    public init(months: [Period], demand: [Int], seekers: [Int]) {
      self.months = months
      self.demand = demand
      self.seekers = seekers
    }
  }

  public let title: String
  /// Who stands at the head of the page; nil: nobody.
  public let publisher: String?
  public let day: Day
  /// Number of the run in the warehouse.
  public let run: Int
  /// Local time.
  public let started: String
  /// What else the run made, a line each.
  public let made: [String]
  public let sources: [Source]
  /// Most rows first.
  public let reasons: [Reason]
  /// Files that may still be written to.
  public let waiting: [String]
  /// Those of a check are one: the page names folders and numbers, and no lead.
  public let alerts: [Alert]
  public let notes: [String]
  /// Nights since the page before on which nothing ran.
  public let missed: [Day]
  /// The night of the page before; nil for the first.
  public let previous: Day?
  public let trend: Trend

  public init(
    title: String, publisher: String?, day: Day, run: Int, started: String, made: [String], sources: [Source],
    reasons: [Reason],
    waiting: [String], alerts: [Alert], notes: [String], missed: [Day], previous: Day?, trend: Trend
  ) {
    self.title = title
    self.publisher = publisher
    self.day = day
    self.run = run
    self.started = started
    self.made = made
    self.sources = sources
    self.reasons = reasons
    self.waiting = waiting
    self.alerts = CheckAlerts.folded(alerts)
    self.notes = notes
    self.missed = missed
    self.previous = previous
    self.trend = trend
  }

  /// Alerts in `state`.
  public func count(_ state: AlertState) -> Int { alerts.count { $0.state == state } }
}
