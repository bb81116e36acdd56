namespace CallRouting.Core.Reports;

/// <summary>Which cells of a table may be shown, so that nobody can compute what is hidden.</summary>
/// <remarks>
/// Counts from 1 to 4 are hidden, for they may be about somebody. A sum gives a single hidden part away, so others are hidden with it:
/// for each hidden cell there must be a <em>witness</em>, a shift of hidden cells alone after which every sum that is shown is still right.
/// Both the true table and the shifted one are then what may lie behind the publication, and no arithmetic can tell them apart. What has
/// been published stays published, and is never relied upon to be hidden.
/// </remarks>
public sealed class Suppression
{
    /// <summary>The least count above zero that is shown for its own sake.</summary>
    public const int Smallest = 5;

    /// <summary>Whatever is computed from what is shown, at least so much lies between the least and the most that a hidden count can be.</summary>
    public const int Width = 5;

    /// <summary>So many of the cheapest shifts of each axis are combined first; all of them only where none will do.</summary>
    private const int Few = 24;

    private const double UsualPrice = 0.1;

    private readonly CountTable table;
    private readonly IReadOnlySet<int> published;
    private readonly IReadOnlySet<int> usual;
    private readonly bool[] hidden;
    private readonly bool[] safe;
    private readonly Dictionary<int, IReadOnlyList<Shift>>[] shifts;

    private Suppression(CountTable table, IReadOnlySet<int> published, IReadOnlySet<int> hiddenBefore, IReadOnlySet<int> usual)
    {
        (this.table, this.published, this.usual) = (table, published, usual);
        safe = new bool[table.Cells];
        hidden =
        [
            .. Enumerable
                .Range(0, table.Cells)
                .Select(cell => !published.Contains(cell) && (IsSmall(table[cell]) || hiddenBefore.Contains(cell))),
        ];
        shifts = [.. table.Axes.Select(_ => new Dictionary<int, IReadOnlyList<Shift>>())];
    }

    public static bool IsSmall(long count) => count is > 0 and < Smallest;

    /// <summary>The hidden cells of a table.</summary>
    /// <param name="published">What anybody has seen already.</param>
    /// <param name="hiddenBefore">What was hidden in an earlier publication, and stays so.</param>
    /// <param name="usual">
    /// What was hidden in other months' tables of this kind. It is hidden again rather than something else: what is hidden in the same
    /// places month by month needs little to be hidden in the year.
    /// </param>
    /// <exception cref="InvalidOperationException">Too much has been published before for a cell to be hidden.</exception>
    public static IReadOnlySet<int> Hide(
        CountTable table,
        IReadOnlySet<int>? published = null,
        IReadOnlySet<int>? hiddenBefore = null,
        IReadOnlySet<int>? usual = null
    )
    {
        var none = new HashSet<int>();
        var suppression = new Suppression(table, published ?? none, hiddenBefore ?? none, usual ?? none);
        suppression.ProtectAll();
        return Enumerable.Range(0, table.Cells).Where(cell => suppression.hidden[cell]).ToHashSet();
    }

    // What a witness hides is itself protected by it, so that one walk through the cells is enough.
    private void ProtectAll()
    {
        for (var cell = 0; cell < table.Cells; cell++)
        {
            if (hidden[cell] && !safe[cell])
            {
                Protect(cell);
            }
        }
    }

    private void Protect(int cell)
    {
        var witness =
            Cheapest(cell, Few)
            ?? Cheapest(cell, int.MaxValue)
            ?? throw new InvalidOperationException(
                $"{Name(cell)} cannot be hidden: what has been published gives it away. Publish fewer sums, or none of this table."
            );
        foreach (var touched in witness.Up.Concat(witness.Down))
        {
            (hidden[touched], safe[touched]) = (true, true);
        }
    }

    private Shift? Cheapest(int cell, int choices)
    {
        (Shift? best, var least) = (null, double.PositiveInfinity);
        foreach (var witness in Witnesses(cell, axis: 0, choices))
        {
            var price = Price(witness, least);
            if (price < least)
            {
                (best, least) = (witness, price);
            }
            if (least == 0)
            {
                break;
            }
        }
        return best;
    }

    private IEnumerable<Shift> Witnesses(int cell, int axis, int choices)
    {
        if (axis == table.Axes.Count)
        {
            return [new Shift([0], [])];
        }
        var rests = Witnesses(cell, axis + 1, choices).ToList();
        return Along(cell, axis).Take(choices).SelectMany(one => rests.Select(rest => one.Times(rest, table.Stride(axis))));
    }

    // A witness contains its shift of each axis through the cell itself: what is too dear there need not be combined with others.
    private IEnumerable<Shift> Along(int cell, int axis)
    {
        var (node, stride) = (table.NodeOf(cell, axis), table.Stride(axis));
        if (!shifts[axis].TryGetValue(node, out var known))
        {
            shifts[axis][node] = known = [.. Shift.Raising(table.Axes[axis], node)];
        }
        var rest = cell - node * stride;
        return known
            .Select(shift => (shift, price: shift.Up.Concat(shift.Down).Sum(each => Price(rest + each * stride))))
            .Where(each => double.IsFinite(each.price))
            .OrderBy(each => each.price)
            .Select(each => each.shift);
    }

    // Infinite where it proves nothing.
    private double Price(Shift witness, double tooMuch)
    {
        if (Room(witness.Up) + Room(witness.Down) < Width)
        {
            return double.PositiveInfinity;
        }
        var price = 0.0;
        foreach (var cell in witness.Up.Concat(witness.Down))
        {
            price += Price(cell);
            if (price >= tooMuch)
            {
                return double.PositiveInfinity;
            }
        }
        return price;
    }

    // Small and deep cells first, sums of much last.
    private double Price(int cell) =>
        hidden[cell] ? 0
        : published.Contains(cell) ? double.PositiveInfinity
        : table.Leaves(cell) * (1 + Math.Log2(1 + table[cell])) * (usual.Contains(cell) ? UsualPrice : 1);

    // How far all of them can go down together; without any, there is no end.
    private long Room(IReadOnlyList<int> falling) => falling.Count == 0 ? Width : Math.Min(Width, falling.Min(cell => table[cell]));

    private string Name(int cell) => string.Join(" × ", table.Axes.Select((axis, i) => axis.Name(table.NodeOf(cell, i))));
}
