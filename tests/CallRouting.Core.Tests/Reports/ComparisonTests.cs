using CallRouting.Core.Reports;

namespace CallRouting.Core.Tests.Reports;

public sealed class ComparisonTests
{
    private static readonly Municipality Own = Town("0001", "Eigen");

    // Newcombe, R. G. (1998), Statistics in Medicine 17, 857–872, table I, method 3.
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0.0000, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void Wilsons_interval_is_the_published_one(long part, long whole, double low, double high)
    {
        var interval = ShareInterval.Of(part, whole)!;
        Assert.That(interval.Low, Is.EqualTo(low).Within(0.00005));
        Assert.That(interval.High, Is.EqualTo(high).Within(0.00005));
    }

    [Test]
    public void Of_nothing_there_is_no_share_and_no_part_is_more_than_its_whole()
    {
        Assert.That(ShareInterval.Of(0, 0), Is.Null);
        Assert.That(() => ShareInterval.Of(3, 2), Throws.ArgumentException);
        Assert.That(ShareInterval.Of(20, 20)!.High, Is.EqualTo(1));
    }

    [TestCase(6, 44, 90, 100, Difference.ClearlyLower)]
    [TestCase(90, 100, 6, 44, Difference.ClearlyHigher)]
    [TestCase(9, 10, 7, 10, Difference.CannotBeTold)]
    [TestCase(50, 60, 45, 60, Difference.CannotBeTold)]
    public void Two_shares_differ_clearly_only_where_their_intervals_are_apart(
        long part,
        long whole,
        long others,
        long othersOf,
        Difference said
    ) => Assert.That(ShareInterval.Of(part, whole)!.To(ShareInterval.Of(others, othersOf)!), Is.EqualTo(said));

    [Test]
    public void Like_is_who_has_as_many_postcodes_and_offices_in_the_same_way()
    {
        Assert.That(Own.IsLike(Town("0002", "Lik")), Is.True);
        Assert.That(Own.IsLike(Own), Is.False, "nobody is compared with themselves");
        Assert.That(Own.IsLike(Town("0003", "By") with { Postcodes = 400 }), Is.False);
        Assert.That(Own.IsLike(Town("0004", "Delt") with { SharesOffice = true }), Is.False);
        Assert.That(Own.IsLike(Town("0005", "Bydeler") with { Offices = 15 }), Is.False);
    }

    [Test]
    public void Others_stand_by_name_and_whose_load_is_another_is_left_out()
    {
        var compared = Comparison.Of(
            Own,
            ShareInterval.Of(40, 50),
            [
                new(Town("0003", "Østre"), ShareInterval.Of(5, 60)),
                new(Town("0002", "Andre"), ShareInterval.Of(39, 50)),
                new(Town("0004", "Stor"), ShareInterval.Of(900, 1000)),
                new(Town("0005", "Skjult"), null),
            ]
        );
        Assert.That(compared.Others.Select(other => other.Name), Is.EqualTo(new[] { "Andre", "Østre" }));
        Assert.That(
            compared.Others.Select(other => other.Difference),
            Is.EqualTo(new[] { Difference.CannotBeTold, Difference.ClearlyLower })
        );
        Assert.That(compared.NotShown, Is.EqualTo(1));
        Assert.That(compared.Together!.Whole, Is.EqualTo(110));
        Assert.That(compared.Difference, Is.EqualTo(Difference.ClearlyHigher));
    }

    [Test]
    public void Without_an_own_share_nothing_is_compared() =>
        Assert.That(Comparison.Of(Own, null, [new(Town("0002", "Lik"), ShareInterval.Of(5, 6))]).Others, Is.Empty);

    private static Municipality Town(string code, string name) => new(code, name, Postcodes: 12, Offices: 1, SharesOffice: false);
}
