using CallRouting.Core.Reports;
using NodaTime;

namespace CallRouting.Core.Tests.Reports;

/// <summary>Figures are sums, and shares are of the sums.</summary>
public sealed class FiguresTests
{
    private static readonly LocalDate Wednesday = new(2026, 4, 1);

    [Test]
    public void Six_of_forty_four_is_14_per_cent() => Assert.That(new Share(6, 44).ToString(), Is.EqualTo("14 %"));

    [Test]
    public void There_is_no_share_of_nothing() =>
        Assert.That((new Share(0, 0).Value, new Share(0, 0).Percent), Is.EqualTo(((double?)null, (int?)null)));

    [TestCase(1, 200, 1, Description = "half a per cent")]
    [TestCase(149, 1000, 15)]
    [TestCase(144, 1000, 14)]
    [TestCase(44, 44, 100)]
    public void A_share_is_rounded_to_whole_per_cent_halves_upwards(long part, long whole, int percent) =>
        Assert.That(new Share(part, whole).Percent, Is.EqualTo(percent));

    [Test]
    public void The_share_of_two_offices_is_of_their_sums_and_not_of_their_shares()
    {
        var small = new Figures { Transfers = new() { AcceptedByOffice = 1 } };
        var large = new Figures { Transfers = new() { Exhausted = 9 } };
        Assert.That((small + large).Transfers.AnsweredShare.Percent, Is.EqualTo(10));
    }

    [Test]
    public void A_callback_is_owed_on_one_day_and_due_on_another()
    {
        var promise = Promise("2026-04-01 14:00", "2026-04-08 14:00", settled: "2026-04-07 10:00");
        var owed = CallbackFigures.Of(promise, new(Wednesday, Wednesday));
        var due = CallbackFigures.Of(promise, new(new(2026, 4, 8), new(2026, 4, 8)));
        Assert.That((owed.Owed, owed.Due, owed.Settled, owed.Attempts), Is.EqualTo((1, 0, 1, 3)));
        Assert.That((due.Owed, due.Due, due.WithinDeadline), Is.EqualTo((0, 1, 1)));
    }

    [Test]
    public void One_that_is_open_when_its_deadline_has_come_is_not_within_it() =>
        Assert.That(
            CallbackFigures
                .Of(Promise("2026-04-01 14:00", "2026-04-01 15:00", settled: null), new(Wednesday, Wednesday))
                .WithinDeadlineShare,
            Is.EqualTo(new Share(0, 1))
        );

    [Test]
    public void Urgent_is_the_same_day_also_after_its_deadline()
    {
        var figures = CallbackFigures.Of(
            Promise("2026-04-01 10:00", "2026-04-01 15:00", "2026-04-01 16:00", urgent: true),
            new(Wednesday, Wednesday)
        );
        Assert.That((figures.UrgentSameDayShare, figures.WithinDeadlineShare), Is.EqualTo((new Share(1, 1), new Share(0, 1))));
    }

    [Test]
    public void The_service_level_is_of_everybody_who_waited_long_enough_to_be_answered()
    {
        var queue = new[]
        {
            Wait(QueueEnding.Answered, 20),
            Wait(QueueEnding.Answered, 31),
            Wait(QueueEnding.ShortAbandoned, 4),
            Wait(QueueEnding.Abandoned, 90),
        }
            .Select(QueueFigures.Of)
            .Aggregate((one, other) => one + other);
        Assert.That((queue.ServiceLevel(), queue.AnsweredShare), Is.EqualTo((new Share(1, 3), new Share(2, 3))));
    }

    [Test]
    public void Every_definition_has_a_key_of_its_own_and_answers_also_when_nothing_was_counted()
    {
        Assert.That(Definitions.All.Select(definition => definition.Key), Is.Unique);
        Assert.That(
            Definitions.All.Select(definition => definition.Of(Figures.None)),
            Is.All.EqualTo(0).Or.All.Null.Or.All.Matches<double?>(value => value is null or 0)
        );
    }

    [Test]
    public void The_days_sums_hold_each_row_once()
    {
        var rows = Enumerable
            .Range(0, 200)
            .Select(i => new CountedTransfer
            {
                Transfer = $"{i}",
                Unit = $"010{i % 3}",
                Line = $"line-{i % 4}",
                Area = i % 5 == 0 ? "" : "3002",
                Day = Wednesday.PlusDays(i % 2),
                HalfHour = 20,
                Way = Way.Menu,
                Ending = (Ending)(i % 7),
                SecondsToAccept = i % 7 == 0 ? i : null,
            })
            .ToList();
        var plain = rows.Select(TransferFigures.Of).Aggregate((one, other) => one + other);
        Assert.That(DailyTransfers.Of(rows).Select(day => day.Figures).Aggregate((one, other) => one + other), Is.EqualTo(plain));
    }

    private static CountedCallback Promise(string owed, string due, string? settled, bool urgent = false) =>
        new()
        {
            Callback = "promise",
            Urgent = urgent,
            OwedAt = Oslo.At(owed),
            DueAt = Oslo.At(due),
            SettledAt = settled is null ? null : Oslo.At(settled),
            Attempts = 3,
        };

    private static CountedCall Wait(QueueEnding ending, int seconds) =>
        new()
        {
            Call = "call",
            Day = Wednesday,
            HalfHour = 20,
            Ending = ending,
            SecondsInQueue = seconds,
        };
}
