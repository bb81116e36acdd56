using CallRouting.Core.Reports;

namespace CallRouting.Core.Tests.Reports;

/// <summary>Seconds, counted one by one.</summary>
public sealed class HistogramTests
{
    [Test]
    public void The_sum_of_two_is_what_all_of_it_together_would_be([Random(0, 1000, 30)] int seed)
    {
        var random = new Random(seed);
        var (some, others) = (Draw(random), Draw(random));
        Assert.That(Histogram.Of(some) + Histogram.Of(others), Is.EqualTo(Histogram.Of([.. some, .. others])));
    }

    [Test]
    public void A_percentile_is_the_number_at_its_rank_in_a_sorted_list(
        [Random(0, 1000, 30)] int seed,
        [Values(1, 50, 90, 100)] int percent
    )
    {
        var random = new Random(seed);
        var seconds = Draw(random);
        var rank = (int)Math.Ceiling(seconds.Length * percent / 100.0);
        Assert.That(
            Histogram.Of(seconds).Percentile(percent),
            Is.EqualTo(seconds.Length == 0 ? null : seconds.Order().ElementAt(rank - 1))
        );
    }

    [Test]
    public void Nothing_has_no_median() => Assert.That((Histogram.Empty.Median, Histogram.Empty.P90), Is.EqualTo(((int?)null, (int?)null)));

    [Test]
    public void It_is_written_and_read_without_loss([Random(0, 1000, 10)] int seed)
    {
        var histogram = Histogram.Of(Draw(new Random(seed)));
        Assert.That(Histogram.Read(histogram.ToString()), Is.EqualTo(histogram));
    }

    [Test]
    public void Seconds_that_came_more_than_once_are_written_once() =>
        Assert.That(Histogram.Of(14, 11, 14).ToString(), Is.EqualTo("11 14x2"));

    [Test]
    public void As_many_as_took_so_long_or_less_are_counted() => Assert.That(Histogram.Of(5, 30, 30, 31).UpTo(30), Is.EqualTo(3));

    private static int[] Draw(Random random) => [.. Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(25))];
}
