import Testing

@testable import Domain

@Suite struct AlertBookTests {
  private let alert = AlertCandidate(
    .late, ["a", "2026-07-01"], title: "甲", figure: "已迟 1 天", reason: "没有收到", place: "in/*.csv")

  private func day(_ number: Int) -> Day { Day(year: 2026, month: 7, day: number)! }

  private func states(_ book: AlertBook, _ number: Int) -> [AlertState] { book.alerts(on: day(number)).map(\.state) }

  @Test func newThenStillThenClearedThenGone() {
    var book = AlertBook()
    for (number, found, state) in [
      (1, true, [AlertState.new]), (2, true, [.still]), (3, false, [.cleared]), (4, false, []),
    ] {
      book.advance(found ? [alert] : [], on: day(number))
      #expect(states(book, number) == state, "\(number)")
      book.tell(on: day(number))
    }
  }

  @Test func aNightThatIsRunAgainTellsTheSame() {
    var book = AlertBook()
    for _ in 1...3 {
      book.advance([alert], on: day(1))
      #expect(states(book, 1) == [.new])
      book.tell(on: day(1))
    }
    book.advance([], on: day(2))
    book.tell(on: day(2))
    book.advance([], on: day(2))
    #expect(states(book, 2) == [.cleared])
    // The trouble was gone for an hour only.
    book.advance([alert], on: day(2))
    #expect(book.alerts(on: day(2)).map(\.occurrence) == [1])
    #expect(states(book, 2) == [.still])
  }

  /// It is listed, and it ends like any other.
  @Test func whatAnEditionToldIsNotNew() {
    let known = AlertCandidate(
      .forecast, ["450600", "4"], title: "甲", figure: "红色", reason: "预测", place: "公报", isPublished: true)
    var book = AlertBook()
    book.advance([known, alert], on: day(1))
    #expect(book.alerts(on: day(1)).map(\.state) == [.new, .still])
    #expect(book.alerts(on: day(1)).map(\.content.kind) == [.late, .forecast])
    book.tell(on: day(1))
    book.advance([], on: day(2))
    #expect(states(book, 2) == [.cleared, .cleared])
  }

  @Test func whatNoPageToldIsStillNew() {
    var book = AlertBook()
    book.advance([alert], on: day(1))
    book.advance([alert], on: day(3))
    #expect(states(book, 3) == [.new])
    #expect(book.alerts(on: day(3)).map(\.firstSeen) == [day(1)])
    var gone = AlertBook()
    gone.advance([alert], on: day(1))
    gone.advance([], on: day(2))
    #expect(states(gone, 2) == [])
  }

  @Test func oneThatComesBackIsNewAgainUnderItsId() {
    var book = AlertBook()
    for (number, found) in [(1, true), (2, false), (3, true)] {
      book.advance(found ? [alert] : [], on: day(number))
      if number < 3 { book.tell(on: day(number)) }
    }
    let back = book.alerts(on: day(3))
    #expect(back.map(\.state) == [.new])
    #expect(back.map(\.occurrence) == [2])
    #expect(back.map(\.firstSeen) == [day(3)])
    #expect(back.map(\.content.id) == ["late/a/2026-07-01"])
  }

  @Test func anEndThatWasNotToldIsToldLater() {
    var book = AlertBook()
    book.advance([alert], on: day(1))
    book.tell(on: day(1))
    book.advance([], on: day(2))
    book.advance([], on: day(4))
    #expect(states(book, 4) == [.cleared])
    book.tell(on: day(4))
    #expect(states(book, 5) == [])
  }

  @Test func aFigureThatWaversIsToldOnce() {
    let near = AlertCandidate(
      .late, ["a", "2026-07-01"], title: "甲", figure: "近", reason: "", place: "", isHolding: true)
    var book = AlertBook()
    for (number, found, state) in [
      (1, near, [AlertState]()), (2, alert, [.new]), (3, near, [.still]), (4, alert, [.still]),
    ] {
      book.advance([found], on: day(number))
      #expect(states(book, number) == state, "\(number)")
      book.tell(on: day(number))
    }
    book.advance([], on: day(5))
    book.tell(on: day(5))
    book.advance([near], on: day(6))
    #expect(states(book, 6) == [])
    #expect(book.records.values.map(\.occurrence) == [1])
  }

  @Test func theFigureIsThatOfTheNight() {
    var book = AlertBook()
    book.advance([alert], on: day(1))
    let later = AlertCandidate(
      id: alert.id, kind: .late, title: "甲", figure: "已迟 2 天", reason: "没有收到", place: "in/*.csv")
    book.advance([later], on: day(2))
    #expect(book.alerts(on: day(2)).map(\.content.figure) == ["已迟 2 天"])
  }
}
