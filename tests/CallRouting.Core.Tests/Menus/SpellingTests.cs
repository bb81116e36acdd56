using CallRouting.Core.Menus;

namespace CallRouting.Core.Tests.Menus;

public sealed class SpellingTests
{
    [TestCase("help", "help", 0)]
    [TestCase("help", "helpp", 1)]
    [TestCase("help", "hlep", 2)]
    [TestCase("", "abc", 3)]
    [TestCase("abc", "", 3)]
    [TestCase("kitten", "sitting", 3)]
    public void Counts_letters_added_left_out_or_changed(string one, string other, int distance)
    {
        Assert.That(Spelling.Distance(one, other), Is.EqualTo(distance));
        Assert.That(Spelling.Distance(other, one), Is.EqualTo(distance));
    }
}
