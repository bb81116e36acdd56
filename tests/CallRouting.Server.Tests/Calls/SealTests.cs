using System.Security.Cryptography;
using System.Text;
using CallRouting.Server.Calls;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Tests.Calls;

public sealed class SealTests
{
    private const string Number = "+4790000001";

    private static readonly string First = Key(1);
    private static readonly string Next = Key(2);

    [TestCase(Number)]
    [TestCase("")]
    [TestCase("Åse Øst 数 \0 end")]
    public void What_was_closed_can_be_opened(string text) => Assert.That(With(First).Open(With(First).Close(text)), Is.EqualTo(text));

    [Test]
    public void Nothing_of_it_can_be_read_and_no_two_look_alike()
    {
        var (one, two) = (With(First).Close(Number), With(First).Close(Number));
        Assert.That(Encoding.Latin1.GetString(one), Does.Not.Contain("9000").And.Not.Contain("+47"));
        Assert.That(one, Is.Not.EqualTo(two), "or equal numbers could be told from the database");
    }

    [Test]
    public void After_a_rotation_the_old_is_still_opened_and_the_new_key_seals()
    {
        var old = With(First).Close(Number);
        var rotated = With(Next, First);
        Assert.That(rotated.Open(old), Is.EqualTo(Number));
        Assert.That(With(Next).Open(rotated.Close(Number)), Is.EqualTo(Number));
    }

    [Test]
    public void Without_the_key_that_sealed_it_nothing_is_opened()
    {
        var sealedByFirst = With(First).Close(Number);
        Assert.That(
            () => With(Next).Open(sealedByFirst),
            Throws.InstanceOf<CryptographicException>().With.Message.Contains("Privacy:Keys")
        );
    }

    [Test]
    public void A_single_changed_bit_anywhere_is_noticed()
    {
        var good = With(First).Close(Number);
        for (var i = 0; i < good.Length; i++)
        {
            var bad = good.ToArray();
            bad[i] ^= 1;
            Assert.That(() => With(First).Open(bad), Throws.InstanceOf<CryptographicException>(), $"byte {i}");
        }
    }

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(31)]
    public void What_is_too_short_to_be_sealed_is_refused_as_such(int length)
    {
        var cut = With(First).Close(Number)[..length];
        Assert.That(() => With(First).Open(cut), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public void The_hash_is_the_same_for_the_same_number_and_tells_nothing_of_it()
    {
        var hash = With(First).HashOf(Number);
        Assert.That(hash, Is.EqualTo(With(First).HashOf(Number)).And.Length.EqualTo(36));
        Assert.That(hash, Is.Not.EqualTo(With(First).HashOf("+4790000002")));
        Assert.That(hash, Is.Not.EqualTo(With(Next).HashOf(Number)), "keyed: nobody can make a table of all Norwegian numbers");
        Assert.That(hash, Does.Not.Contain("90000001"));
    }

    [TestCase()]
    [TestCase("")]
    [TestCase("not base64")]
    [TestCase("AAAA")]
    public void A_key_that_is_none_is_refused_at_once_and_told_what_is_allowed(params string[] keys) =>
        Assert.That(() => With(keys), Throws.InvalidOperationException.With.Message.Contains("32 bytes in base64"));

    [Test]
    public void A_phone_in_the_roster_is_kept_plainly_and_a_callers_never()
    {
        var seal = With(First);
        Assert.That(Phones.Read(Phones.Plain("+4712023301"), seal), Is.EqualTo("+4712023301"));
        // The fingerprint of a key may begin with the byte of a plus sign.
        for (var key = 0; key < 600; key++)
        {
            var any = With(Key(key));
            Assert.That(Phones.Read(any.Close(Number), any), Is.EqualTo(Number));
        }
    }

    private static string Key(int number) => Convert.ToBase64String(SHA256.HashData(BitConverter.GetBytes(number)));

    private static Seal With(params string[] keys)
    {
        var options = new PrivacyOptions();
        foreach (var key in keys)
        {
            options.Keys.Add(key);
        }
        return new(Options.Create(options));
    }
}
