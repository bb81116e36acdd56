using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>Kari has the week of 2 November 2026 from nine to three, Per the next.</summary>
public sealed class OfficerDutiesTests
{
    private static readonly Roster Plain = Roster.Of([Weekly]);

    [Test]
    public void A_duty_goes_on_when_somebody_joins_it_and_ends_when_its_reason_does()
    {
        var when = Between("2026-11-03 12:00", "2026-11-03 16:00");
        var roster = Plain with
        {
            Overrides =
            [
                Override.Adding("more", DutyRole.Primary, when, "liv", By("Liv")),
                Override.Replacing("other", DutyRole.Primary, Between("2026-11-04 09:00", "2026-11-04 10:00"), "kari", "per", By("Liv")),
            ],
        };

        Assert.That(
            Of(roster, "2026-11-03 00:00", "2026-11-05 00:00"),
            Is.EqualTo(
                new[]
                {
                    "kari Tue 2026-11-03 09:00–15:00 ByRotation",
                    "liv Tue 2026-11-03 12:00–16:00 ByOverride",
                    "per Wed 2026-11-04 09:00–10:00 ByOverride",
                    "kari Wed 2026-11-04 10:00–15:00 ByRotation",
                }
            )
        );
    }

    [Test]
    public void To_be_the_fallback_is_no_duty()
    {
        var roster = Plain with { Layers = [new(DutyRole.Primary, "vakt", ["liv"])] };

        Assert.That(Of(roster, "2026-11-03 00:00", "2026-11-04 00:00"), Is.EqualTo(new[] { "kari Tue 2026-11-03 09:00–15:00 ByRotation" }));
    }

    [TestCase("2026-11-03 10:00", "kari Tue 2026-11-03 10:00–15:00 ByRotation")]
    [TestCase("2026-11-03 08:00", "kari Tue 2026-11-03 09:00–15:00 ByRotation")]
    [TestCase("2026-11-03 16:00", "kari Wed 2026-11-04 09:00–15:00 ByRotation")]
    [TestCase("2026-11-06 16:00", null, Description = "Friday afternoon: the week is done, and Monday is Per's")]
    public void What_opens_when_somebody_cannot_is_what_they_do_now_or_next(string wall, string? opens) =>
        Assert.That(
            OfficerDuties.NowOrNext(PublishedRosters.Always(Plain), "kari", Oslo.At(wall), Duration.FromHours(18)).Select(Told),
            Is.EqualTo(opens is null ? [] : new[] { opens })
        );

    [Test]
    public void It_opens_in_every_layer_that_they_are_in()
    {
        var both = Roster.Of([Weekly, Weekly with { Id = new("backup"), Role = DutyRole.Backup }]);

        Assert.That(
            OfficerDuties
                .NowOrNext(PublishedRosters.Always(both), "kari", Oslo.At("2026-11-03 10:00"), Duration.FromHours(18))
                .Select(duty => duty.Role),
            Is.EqualTo(new[] { DutyRole.Primary, DutyRole.Backup })
        );
    }

    private static IEnumerable<string> Of(Roster roster, string from, string to) =>
        OfficerDuties.Of(PublishedRosters.Always(roster), Between(from, to)).Select(Told);

    private static string Told(OfficerDuty duty) =>
        $"{duty.OfficerId} {Oslo.Wording(duty.From)}–{Oslo.Wording(duty.To)[^5..]} {duty.Why.GetType().Name}";
}
