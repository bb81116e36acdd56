using CallRouting.Core.Supervision;
using NodaTime;

namespace CallRouting.Core.Tests.Supervision;

public sealed class PatternsTests
{
    private static readonly LocalDate Monday = new(2026, 11, 16);

    [Test]
    public void Three_within_an_hour_are_one_pattern_and_the_third_completes_it()
    {
        var pattern = Of("10:00", "10:20", "11:00").Single();
        Assert.That((pattern.Completed, pattern.Count, Oslo.Wording(pattern.From)), Is.EqualTo(("11:00", 3, "Wed 2026-11-18 10:00")));
        Assert.That(Of("10:00", "10:20", "11:01"), Is.Empty);
        Assert.That(Of("10:00", "10:20"), Is.Empty);
    }

    [Test]
    public void What_follows_within_the_same_hour_is_the_same_pattern_and_what_comes_after_it_is_the_next()
    {
        var patterns = Of("09:00", "09:10", "09:20", "09:30", "10:05", "10:10", "10:15");
        Assert.That(patterns.Select(pattern => (pattern.Completed, pattern.Count)), Is.EqualTo(new[] { ("09:20", 4), ("10:15", 3) }));
    }

    [Test]
    public void Who_looks_earlier_and_again_later_finds_the_same_fact()
    {
        var early = Of("09:00", "09:10", "09:20");
        var late = Of("09:00", "09:10", "09:20", "09:50", "13:00");
        Assert.That(late.Select(pattern => pattern.Completed), Is.EqualTo(early.Select(pattern => pattern.Completed)));
    }

    [Test]
    public void An_hour_that_began_with_a_lone_one_does_not_hide_the_three_after_it() =>
        Assert.That(Of("09:00", "09:50", "10:10", "10:20").Single().Completed, Is.EqualTo("10:20"));

    [TestCase(0, "95 95")]
    [TestCase(1, "95 80")]
    [TestCase(2, "95 80 70")]
    [TestCase(0, "80 70 95", Description = "the latest was well")]
    [TestCase(2, "80 90 80 70", Description = "90 is on the target")]
    [TestCase(1, "80 few 80", Description = "a week of few says nothing")]
    public void Weeks_under_the_target_are_counted_back_from_the_latest(int expected, string shares) =>
        Assert.That(Patterns.WeeksUnder(Weeks(shares), 0.9, leastOffered: 10), Is.EqualTo(expected));

    [Test]
    public void Each_week_is_told_once() => Assert.That(Enumerable.Range(0, 7).Where(Patterns.IsTold), Is.EqualTo(new[] { 2, 4, 6 }));

    private static IReadOnlyList<ManyUnansweredPattern> Of(params string[] times) =>
        Patterns.ManyWithinAnHour(times.Select(time => new UnansweredOne(time, Oslo.At($"2026-11-18 {time}"))), many: 3);

    private static List<WeekShare> Weeks(string shares) =>
        [
            .. shares
                .Split(' ')
                .Select(
                    (share, i) =>
                        share == "few" ? new WeekShare(Monday.PlusWeeks(i), 9, 0) : new(Monday.PlusWeeks(i), 100, int.Parse(share))
                ),
        ];
}
