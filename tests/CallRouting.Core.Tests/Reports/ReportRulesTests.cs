using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using NodaTime;

namespace CallRouting.Core.Tests.Reports;

public sealed class ReportRulesTests
{
    private static readonly Instant Made = OsloTime.InstantAt(new LocalDate(2026, 12, 1), new LocalTime(6, 5));
    private static readonly LocalDate LastDay = new(2026, 12, 15);
    private static readonly ReportLife Open = new(Made, LastDay, PublishedAt: null);
    private static readonly CountedTransfer Row = new()
    {
        Transfer = "t",
        Unit = "0104",
        Line = "0104-general",
        Day = new(2026, 11, 18),
        HalfHour = 20,
        Way = Way.Menu,
        Ending = Ending.Exhausted,
        SecondsInQueue = 3,
        CountsAgainstOffice = true,
    };

    [Test]
    public void Rows_may_be_contested_for_ten_working_days_and_Easter_is_none() =>
        Assert.Multiple(() =>
        {
            Assert.That(ReportRules.LastDayToObject(Made, OpeningHours.Default), Is.EqualTo(LastDay));
            var beforeEaster = OsloTime.InstantAt(new LocalDate(2026, 4, 1), new LocalTime(6, 5));
            Assert.That(ReportRules.LastDayToObject(beforeEaster, OpeningHours.Default), Is.EqualTo(new LocalDate(2026, 4, 20)));
        });

    [TestCase("2026-10", 2026, 11, 2)]
    [TestCase("2026-12", 2027, 1, 4)]
    [TestCase("2026-03", 2026, 4, 1)]
    [TestCase("2026-04", 2026, 5, 4)]
    public void Reports_are_made_on_the_first_working_day_after_their_period(string period, int year, int month, int day) =>
        Assert.That(ReportRules.MadeOn(ReportPeriod.Read(period)!, OpeningHours.Default), Is.EqualTo(new LocalDate(year, month, day)));

    [Test]
    public void An_office_contests_its_own_rows_once_and_in_time()
    {
        var lastMinute = OsloTime.InstantAt(LastDay, new LocalTime(23, 59));
        Assert.That(ReportRules.Objecting(Open, Row, mayAct: true, contested: false, lastMinute), Is.Null);
        Assert.That(
            ReportRules.Objecting(Open, Row, mayAct: true, contested: false, lastMinute + Duration.FromMinutes(1)),
            Is.EqualTo(ReportRefusal.TooLate)
        );
        Assert.That(ReportRules.Objecting(Open, Row, mayAct: false, contested: false, Made), Is.EqualTo(ReportRefusal.NotTheirRow));
        Assert.That(ReportRules.Objecting(Open, Row, mayAct: true, contested: true, Made), Is.EqualTo(ReportRefusal.AlreadyContested));
        Assert.That(
            ReportRules.Objecting(Open with { PublishedAt = Made }, Row, mayAct: true, contested: false, Made),
            Is.EqualTo(ReportRefusal.Published)
        );
    }

    [Test]
    public void Nobody_rules_for_their_own_office_nor_twice_nor_after_publication()
    {
        Assert.That(ReportRules.Ruling(Open, ruled: false, ofThatOffice: false), Is.Null);
        Assert.That(ReportRules.Ruling(Open, ruled: false, ofThatOffice: true), Is.EqualTo(ReportRefusal.OwnOffice));
        Assert.That(ReportRules.Ruling(Open, ruled: true, ofThatOffice: false), Is.EqualTo(ReportRefusal.AlreadyRuled));
        Assert.That(
            ReportRules.Ruling(Open with { PublishedAt = Made }, ruled: false, ofThatOffice: false),
            Is.EqualTo(ReportRefusal.Published)
        );
    }

    [Test]
    public void It_is_published_when_time_is_over_and_every_objection_is_ruled_upon()
    {
        var after = OsloTime.StartOf(LastDay.PlusDays(1));
        Assert.That(ReportRules.Publishing(Open, unruled: 0, after), Is.Null);
        Assert.That(ReportRules.Publishing(Open, unruled: 0, after - Duration.Epsilon), Is.EqualTo(ReportRefusal.StillOpen));
        Assert.That(ReportRules.Publishing(Open, unruled: 1, after), Is.EqualTo(ReportRefusal.ObjectionsOpen));
        Assert.That(ReportRules.Publishing(Open with { PublishedAt = after }, unruled: 0, after), Is.EqualTo(ReportRefusal.Published));
    }

    [TestCase(CountedAs.Unchanged, 10, 6, 0, 4)]
    [TestCase(CountedAs.NotTheOffice, 9, 6, 0, 3)]
    [TestCase(CountedAs.AcceptedByOffice, 10, 7, 0, 3)]
    [TestCase(CountedAs.AcceptedByNeighbour, 10, 6, 1, 3)]
    public void A_ruled_row_is_counted_otherwise_and_everything_else_as_it_was(
        CountedAs ruled,
        long offered,
        long own,
        long neighbour,
        long exhausted
    )
    {
        var all = Enumerable
            .Range(0, 9)
            .Select(i => Row with { Ending = i < 6 ? Ending.Accepted : Ending.Exhausted, SecondsToAccept = i < 6 ? 10 + i : null })
            .Append(Row)
            .Select(TransferFigures.Of)
            .Aggregate(TransferFigures.None, (sum, one) => sum + one);
        var after = Recounted.Ruled(all, [(Row, ruled)]);
        Assert.That(
            (after.Offered, after.AcceptedByOffice, after.AcceptedByNeighbour, after.Exhausted),
            Is.EqualTo((offered, own, neighbour, exhausted))
        );
        Assert.That(after.Menu.Offered, Is.EqualTo(offered));
        Assert.That(after.ToAccept, Is.EqualTo(all.ToAccept), "how long it took nobody knows");
        Assert.That(after.InQueue, Is.EqualTo(all.InQueue));
    }

    [Test]
    public void A_time_is_shown_where_five_are_behind_it()
    {
        Figures Accepted(int count) =>
            new()
            {
                Transfers = Enumerable
                    .Range(0, count)
                    .Select(_ => TransferFigures.Of(Row with { Ending = Ending.Accepted, SecondsToAccept = 12 }))
                    .Aggregate(TransferFigures.None, (sum, one) => sum + one),
            };
        ReportFigure Median(int count) => ReportFigure.Of(Definitions.Named("toAcceptMedian")!, Accepted(count));
        Assert.That(Median(4).Value, Is.Null);
        Assert.That(Median(5).Value, Is.EqualTo(12));
    }

    [Test]
    public void Of_every_time_somebody_has_said_what_is_behind_it() =>
        Assert.That(
            Definitions.All.Where(one => one.Unit == FigureUnit.Seconds).Select(one => ReportFigure.Behind(one.Key, Figures.None)),
            Is.All.Zero
        );
}
