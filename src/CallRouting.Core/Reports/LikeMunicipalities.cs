namespace CallRouting.Core.Reports;

/// <summary>What makes municipalities comparable: nothing here is a count of callers, so that it gives none away.</summary>
/// <param name="Postcodes">Stands for the size of the population, which our registers do not have.</param>
/// <param name="Offices">How many offices serve it.</param>
/// <param name="SharesOffice">Its office serves other municipalities too.</param>
public sealed record Municipality(string Code, string Name, int Postcodes, int Offices, bool SharesOffice)
{
    private static readonly int[] Bounds = [4, 10, 25, 60, 150];

    /// <summary>0 (fewest) to 5.</summary>
    public int SizeClass => Bounds.Count(bound => Postcodes >= bound);

    public bool IsLike(Municipality other) =>
        Code != other.Code && SizeClass == other.SizeClass && Offices > 1 == other.Offices > 1 && SharesOffice == other.SharesOffice;
}

/// <summary>A municipality's share as it is published.</summary>
/// <param name="Answered">Null where its counts are hidden or there are none.</param>
public sealed record PublishedShare(Municipality Of, ShareInterval? Answered);

/// <param name="Difference">From the own share to this one: clearly higher, clearly lower, or it cannot be told.</param>
public sealed record LikeMunicipality(string Code, string Name, ShareInterval Answered, Difference Difference);

/// <summary>A municipality beside those that are like it, by name and never by rank.</summary>
/// <param name="Together">All the others that can be shown, as one.</param>
/// <param name="Difference">From all the others together to the own share.</param>
/// <param name="NotShown">How many like municipalities have too few calls to be shown, or such as others would be computed from.</param>
public sealed record Comparison(
    ShareInterval? Own,
    ShareInterval? Together,
    Difference Difference,
    IReadOnlyList<LikeMunicipality> Others,
    int NotShown
)
{
    /// <summary>Loads further apart than this are not compared.</summary>
    private const int MostTimesTheLoad = 4;

    /// <param name="all">As they are published, the own among them or not.</param>
    public static Comparison Of(Municipality own, ShareInterval? share, IReadOnlyList<PublishedShare> all)
    {
        var like = all.Where(each => own.IsLike(each.Of)).ToList();
        var shown = like.Where(each => each.Answered is not null).ToList();
        if (share is null)
        {
            return new(null, null, Difference.CannotBeTold, [], like.Count - shown.Count);
        }
        var near = shown.Where(each => IsNear(share, each.Answered!)).OrderBy(each => each.Of.Name, StringComparer.Ordinal).ToList();
        var together = ShareInterval.Of(near.Sum(each => each.Answered!.Part), near.Sum(each => each.Answered!.Whole));
        return new(
            share,
            together,
            together is null ? Difference.CannotBeTold : share.To(together),
            [.. near.Select(each => new LikeMunicipality(each.Of.Code, each.Of.Name, each.Answered!, each.Answered!.To(share)))],
            like.Count - shown.Count
        );
    }

    private static bool IsNear(ShareInterval one, ShareInterval other) =>
        one.Whole <= other.Whole * MostTimesTheLoad && other.Whole <= one.Whole * MostTimesTheLoad;
}
