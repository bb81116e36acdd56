using CallRouting.Core.Reports;
using NodaTime;

namespace CallRouting.Core.Tests.Reports;

/// <summary>Days that are reported on together, and the parts of what was counted, as they are written.</summary>
public sealed class ReportPeriodTests
{
    [TestCase("2026-11-18", "2026-11-18", "2026-11-18", "2026-11-17")]
    [TestCase("2026-W53", "2026-12-28", "2027-01-03", "2026-W52")]
    [TestCase("2026-02", "2026-02-01", "2026-02-28", "2026-01")]
    [TestCase("2026-Q4", "2026-10-01", "2026-12-31", "2026-Q3")]
    [TestCase("2026-T1", "2026-01-01", "2026-04-30", "2025-T3")]
    [TestCase("2024", "2024-01-01", "2024-12-31", "2023")]
    [TestCase("2026-11-01/2026-11-10", "2026-11-01", "2026-11-10", "2026-10-22/2026-10-31")]
    public void A_period_is_written_as_it_is_read_and_has_one_before_it(string text, string first, string last, string before)
    {
        var period = ReportPeriod.Read(text)!;
        Assert.That((Iso(period.First), Iso(period.Last)), Is.EqualTo((first, last)));
        Assert.That((period.ToString(), period.Previous.ToString()), Is.EqualTo((text, before)));
    }

    [TestCase("")]
    [TestCase("2026-13")]
    [TestCase("2026-W54")]
    [TestCase("2025-W53")]
    [TestCase("2026-Q5")]
    [TestCase("2026-T4")]
    [TestCase("2026-1")]
    [TestCase("2026-W1")]
    [TestCase("2026-02-30")]
    [TestCase("2026-11-10/2026-11-01")]
    [TestCase("november")]
    public void What_is_no_period_is_none(string text) => Assert.That(ReportPeriod.Read(text), Is.Null);

    [Test]
    public void A_day_with_a_clock_change_has_23_hours() =>
        Assert.That(ReportPeriod.Read("2026-03-29")!.Interval.Duration, Is.EqualTo(Duration.FromHours(23)));

    [TestCase("all")]
    [TestCase("urgent:yes")]
    [TestCase("urgent:no")]
    [TestCase("language:nn")]
    [TestCase("hour:0")]
    [TestCase("hour:23")]
    [TestCase("way:Callback")]
    [TestCase("group:youth: 18–24")]
    public void A_slice_is_written_as_it_is_read(string text) => Assert.That(Slice.Read(text)!.ToString(), Is.EqualTo(text));

    [TestCase("urgent:maybe")]
    [TestCase("hour:24")]
    [TestCase("way:Pigeon")]
    [TestCase("way:9")]
    [TestCase("group:")]
    [TestCase("everything")]
    public void What_is_no_slice_is_none(string text) => Assert.That(Slice.Read(text), Is.Null);

    [TestCase("country")]
    [TestCase("office:0104")]
    [TestCase("municipality:3002")]
    [TestCase("county:Møre og Romsdal")]
    public void A_scope_is_written_as_it_is_read(string text) => Assert.That(Scope.Read(text)!.ToString(), Is.EqualTo(text));

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", null);
}
