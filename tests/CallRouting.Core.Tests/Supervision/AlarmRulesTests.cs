using CallRouting.Core.Notices;
using CallRouting.Core.Supervision;
using NodaTime;

namespace CallRouting.Core.Tests.Supervision;

public sealed class AlarmRulesTests
{
    private static readonly Threshold Waiting = new(WallFigure.Waiting, Raise: 10, Clear: 5);
    private static readonly Threshold Share = new(WallFigure.AnsweredShare, Raise: 80, Clear: 90);
    private static readonly AlarmHours Day = new(new LocalTime(7, 0), new LocalTime(20, 0));

    [Test]
    public void A_figure_that_swings_about_its_threshold_is_told_once_until_it_has_recovered() =>
        Assert.That(Walk(Waiting, 9, 10, 9, 11, 6, 10, 5, 9, 10), Is.EqualTo("-R----C-R"));

    [Test]
    public void Of_a_share_the_small_is_bad() => Assert.That(Walk(Share, 81, 80, 85, 89, 90, 85, 79), Is.EqualTo("-R--C-R"));

    [Test]
    public void Where_nothing_can_be_said_nothing_changes() => Assert.That(Walk(Share, null, 70, null, 95), Is.EqualTo("-R-C"));

    [TestCase("06:59", "-")]
    [TestCase("07:00", "R")]
    [TestCase("19:59", "R")]
    [TestCase("20:00", "-")]
    [TestCase("03:00", "-")]
    public void Nobody_is_woken_at_night(string wall, string expected) =>
        Assert.That(Step(AlarmRules.Next(false, Waiting, 40, Day, Oslo.At($"2026-11-18 {wall}"))), Is.EqualTo(expected));

    [Test]
    public void What_recovers_at_night_has_recovered() =>
        Assert.That(AlarmRules.Next(true, Waiting, 0, Day, Oslo.At("2026-11-18 02:00")), Is.EqualTo(AlarmStep.Clear));

    [Test]
    public void Values_on_the_wrong_sides_of_each_other_are_not_sound()
    {
        Assert.That((Waiting.IsSound, Share.IsSound), Is.EqualTo((true, true)));
        Assert.That(new Threshold(WallFigure.Waiting, 5, 5).IsSound, Is.False);
        Assert.That(new Threshold(WallFigure.AnsweredShare, 90, 80).IsSound, Is.False);
    }

    [Test]
    public void Every_figure_has_a_notice_of_its_own() =>
        Assert.That(
            Enum.GetValues<WallFigure>().Select(figure => (NoticeKinds.Of(figure).ToString(), NoticeKinds.Of(figure).IsAlarm())),
            Is.EqualTo(Enum.GetValues<WallFigure>().Select(figure => ($"Alarm{figure}", true)))
        );

    private static string Walk(Threshold threshold, params double?[] values)
    {
        var (raised, told) = (false, "");
        foreach (var value in values)
        {
            var step = AlarmRules.Next(raised, threshold, value, Day, Oslo.At("2026-11-18 10:00"));
            raised = step == AlarmStep.Raise || (raised && step != AlarmStep.Clear);
            told += Step(step);
        }

        return told;
    }

    private static string Step(AlarmStep step) => step == AlarmStep.Nothing ? "-" : $"{step}"[..1];
}
