using CallRouting.Server.Database;
using CallRouting.Server.Tests.Offices;

namespace CallRouting.Server.Tests.Database;

public sealed class IdsTests
{
    [Test]
    public void Of_one_moment_they_rise_in_the_order_of_their_making_however_many()
    {
        var ids = new Ids(new FixedClock(), Seeded());
        var made = Enumerable.Range(0, 10_000).Select(_ => ids.Next()).ToList();
        Assert.That(made, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
    }

    [Test]
    public void Each_is_a_version_7_that_tells_its_millisecond()
    {
        var id = Guid.Parse(new Ids(new FixedClock(), Seeded()).Next());
        Assert.That((id.Version, id.Variant >> 2), Is.EqualTo((7, 2)));
        Assert.That(Convert.ToInt64($"{id:N}"[..12], 16), Is.EqualTo(new FixedClock().GetUtcNow().ToUnixTimeMilliseconds()));
    }

#pragma warning disable RS0030 // Seeded: the same ids every time.
    private static Random Seeded() => new(1);
#pragma warning restore RS0030
}
