using System.Text.Json;
using CallRouting.Core.Messages;

namespace CallRouting.Core.Tests.Messages;

/// <summary>
/// What must not be written to an office. The examples are the console's too. Their identity numbers were never given to anybody: of
/// 1990 there are none from 750 to 899.
/// </summary>
public sealed class TextGuardTests
{
    private static IEnumerable<TestCaseData> Examples
    {
        get
        {
            using var file = typeof(TextGuardTests).Assembly.GetManifestResourceStream("guarded_texts.json")!;
            foreach (var example in JsonSerializer.Deserialize<List<Example>>(file, JsonSerializerOptions.Web)!)
            {
                yield return new TestCaseData(example.Text, example.Found).SetArgDisplayNames($"\"{example.Text}\"");
            }
        }
    }

    [TestCaseSource(nameof(Examples))]
    public void Numbers_by_which_somebody_can_be_found_are_seen_and_others_are_not(string text, IReadOnlyList<Found> expected) =>
        Assert.That(
            TextGuard.Look(text).Select(suspicion => new Found($"{suspicion.What}", suspicion.From, suspicion.Length)),
            Is.EqualTo(expected)
        );

    [Test]
    public void One_digit_changed_is_no_identity_number_any_more()
    {
        var known = (string)Examples.ElementAt(1).Arguments[0]!;
        for (var place = 0; place < known.Length; place++)
        {
            var digit = (known[place] - '0' + 1) % 10;
            var other = known[..place] + digit + known[(place + 1)..];
            Assert.That(TextGuard.Look(other).Select(each => each.What), Has.None.EqualTo(Suspect.IdentityNumber), other);
        }
    }

    public sealed record Found(string What, int From, int Length);

    private sealed record Example(string Text, IReadOnlyList<Found> Found);
}
