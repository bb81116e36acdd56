using CallRouting.Server.Menus;

namespace CallRouting.Server.Tests.Menus;

/// <summary>What an author gets wrong in a flow is told once, with file, line and what to do.</summary>
public sealed class FlowFaultTests
{
    private FlowFolder folder = null!;

    [SetUp]
    public void Copy() => folder = new FlowFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void A_key_that_leads_nowhere()
    {
        var line = folder.Change("national.yaml", "      2: enter_code\n", "      2: enter_code\n      7:\n") + 1;
        Tells(line, "node \"greeting\" leads nowhere for key 7. Add a \"to\", or remove the key.");
    }

    [Test]
    public void A_key_that_settles_something_and_leads_nowhere()
    {
        var line = folder.Change("national.yaml", "1: { do: urgent, to: where }", "1: { do: urgent }");
        Tells(line, "node \"ask_urgent\" leads nowhere for key 1. Add a \"to\", or remove the key.");
    }

    [Test]
    public void A_node_that_does_not_exist()
    {
        var line = folder.Change("national.yaml", "confirm_place:\n    say", "confirm_plaice:\n    say");
        Assert.That(
            folder.Faults,
            Is.EqualTo([
                $"ivr-flows/national.yaml:{line - 5}: node \"ask_postcode\" leads to \"confirm_place\" for \"found\", which is no node. "
                    + "Did you mean \"confirm_plaice\"?",
                $"ivr-flows/national.yaml:{line}: node \"confirm_plaice\" is never reached. Lead to it from another node, or remove it.",
            ])
        );
    }

    [Test]
    public void A_node_far_from_any_name()
    {
        var line = folder.Change("national.yaml", "      3: help\n", "      3: somewhere_else\n");
        Tells(line, "node \"other\" leads to \"somewhere_else\" for key 3, which is no node. Write the name of a node, or add one.");
    }

    [Test]
    public void A_detour_that_goes_on_nowhere()
    {
        var line = folder.Change("national.yaml", "then: promised }\n\n  no_answer_urgent", "then: promissed }\n\n  no_answer_urgent");
        Tells(line, "node \"unanswered_number\" goes on to \"promissed\", which is no node. Did you mean \"promised\"?");
    }

    [Test]
    public void A_node_that_is_never_reached()
    {
        var line = folder.AddNodes("  alone: { say: [goodbye], end: hang_up }\n");
        Tells(line, "node \"alone\" is never reached. Lead to it from another node, or remove it.");
    }

    [Test]
    public void A_key_used_twice()
    {
        var line = folder.Change("national.yaml", "      2: enter_code\n", "      2: enter_code\n      2: help\n") + 1;
        Tells(line, $"\"keys\" of node \"greeting\" has \"2\" twice, first on line {line - 1}. Remove one.");
    }

    [Test]
    public void A_node_written_twice()
    {
        var line = folder.AddNodes("  danger: { say: [danger], to: ask_urgent }\n");
        Assert.That(
            folder.Faults.Single(),
            Does.StartWith($"ivr-flows/national.yaml:{line}: \"nodes\" has \"danger\" twice, first on line ")
        );
    }

    [Test]
    public void A_key_that_no_telephone_has()
    {
        var line = folder.Change("national.yaml", "      2: enter_code\n", "      2: enter_code\n      12: help\n") + 1;
        Tells(line, "\"keys\" of node \"greeting\" has \"12\", which means nothing here. It may have 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, *, #.");
    }

    [Test]
    public void A_digit_as_a_key_where_digits_are_read()
    {
        var line = folder.Change("national.yaml", "      \"#\": back # does not know it", "      0: back");
        Tells(line, "node \"ask_postcode\" reads digits, so key 0 can never be heard. Only \"*\" and \"#\" can.");
    }

    [Test]
    public void Silence_that_leads_nowhere()
    {
        var line = folder.Change("national.yaml", "to: greeting }\n    silence: help\n", "to: greeting }\n");
        Assert.That(
            folder.Faults.Single(),
            Does.EndWith("node \"greeting\" does not say where silence leads. Add \"silence\": whoever cannot press a key needs a human.")
        );
        Assert.That(folder.Faults.Single(), Does.Not.Contain($":{line}:"), "it stands where the node begins");
    }

    [Test]
    public void Nodes_that_lead_round_without_asking()
    {
        folder.Change("national.yaml", "danger: { say: [danger], to: ask_urgent }", "danger: { say: [danger], to: again }");
        folder.AddNodes("  again: { say: [ask_urgent], to: danger }\n");
        Assert.That(
            folder.Faults,
            Has.One.EndsWith("nothing is asked on the way round danger → again → danger. Let one of them ask for a key, or lead elsewhere.")
        );
    }

    [Test]
    public void Silence_that_never_comes_to_an_end()
    {
        var line = folder.Change("national.yaml", "{ say: [danger], to: ask_urgent }", "{ say: [danger], to: ask_urgent }");
        folder.Change("national.yaml", "to: where }\n    silence: help", "to: where }\n    silence: danger");
        Tells(
            line,
            "a caller who presses nothing never comes to an end: danger → ask_urgent → danger. Lead silence to a human, or to an end."
        );
    }

    [Test]
    public void A_way_back_outside_a_detour()
    {
        var line = folder.Change("national.yaml", "      3: help\n", "      3: back\n");
        Tells(line, "node \"other\" leads back, but a caller can come here outside a detour. Name a node instead.");
    }

    [Test]
    public void A_detour_inside_a_detour()
    {
        var line = folder.Change("national.yaml", "\"#\": back # does not know it", "\"#\": district");
        Assert.That(
            folder.Faults.Single(),
            Does.EndWith("node \"district\" begins a detour inside another one. Lead back first, and begin it from there.")
        );
        Assert.That(line, Is.GreaterThan(0));
    }

    [Test]
    public void A_node_that_asks_for_nothing()
    {
        var line = folder.Change("national.yaml", "  ask_urgent:\n", "  ask_urgent:\n    # nothing\n");
        folder.Change(
            "national.yaml",
            "    keys:\n      1: { do: urgent, to: where }\n      2: { do: can_wait, to: where }\n",
            "    keys: {}\n"
        );
        Assert.That(
            folder.Faults,
            Does.Contain($"ivr-flows/national.yaml:{line}: node \"ask_urgent\" has no keys. Add \"keys\", or say what follows with \"to\".")
        );
    }

    [Test]
    public void A_node_of_no_kind()
    {
        var line = folder.Change("national.yaml", "connect: { end: connect }", "connect: { say: [goodbye] }");
        Tells(line, "node \"connect\" does nothing. It needs one of if, switch, first, forward, end, enter, pick, keys, to.");
    }

    [Test]
    public void A_word_that_a_node_does_not_know()
    {
        var line = folder.Change(
            "national.yaml",
            "    silence: { to: closed_no_local, after: 1 }",
            "    silense: help\n    silence: closed_no_local"
        );
        Tells(
            line,
            "node \"ask_district_closed\" has \"silense\", which means nothing here. It may have keys, say, silence, invalid, wait_seconds."
        );
    }

    [Test]
    public void A_question_that_nobody_can_answer()
    {
        var line = folder.Change("national.yaml", "  opening_hours: { if: open,", "  opening_hours: { if: opne,");
        Assert.That(
            folder.Faults,
            Has.Some.StartsWith($"ivr-flows/national.yaml:{line}: \"if\" of node \"opening_hours\" may be open, urgent, place_known")
        );
        Assert.That(folder.Faults, Has.Count.EqualTo(1));
    }

    [Test]
    public void An_act_that_does_not_exist()
    {
        var line = folder.Change("national.yaml", "{ do: can_wait, to: where }", "{ do: not_urgent, to: where }");
        Assert.That(
            folder.Faults.Single(),
            Does.StartWith($"ivr-flows/national.yaml:{line}: \"do\" of key 2 of node \"ask_urgent\" may be urgent, can_wait")
        );
    }

    [Test]
    public void A_language_that_we_do_not_speak()
    {
        var line = folder.Change("national.yaml", "speak: { nb: en, nn: en, en: nn }, to: greeting }", "speak: se, to: greeting }");
        Tells(line, "\"se\" is no language that there are prompts in. There are nb, en, nn.");
    }

    [TestCase("0")]
    [TestCase("many")]
    public void Tries_that_no_caller_can_bear(string after)
    {
        var line = folder.Change(
            "national.yaml",
            "silence: { to: closed_no_local, after: 1 }",
            $"silence: {{ to: closed_no_local, after: {after} }}"
        );
        Tells(line, $"\"after\" of \"silence\" of node \"ask_district_closed\" must be a number from 1 to 3, not \"{after}\".");
    }

    [Test]
    public void A_missing_entry()
    {
        folder.Change("national.yaml", "  wait_over: no_agent # waited as long as we let anybody wait, and no agent came\n", "");
        Assert.That(
            folder.Faults,
            Does.Contain("ivr-flows/national.yaml:1: entry \"wait_over\" is missing. Add it under \"entries\", with the node it begins at.")
        );
    }

    [Test]
    public void An_entry_that_begins_nowhere()
    {
        var line = folder.Change("national.yaml", "unanswered: no_answer #", "unanswered: no_anser #");
        Assert.That(
            folder.Faults,
            Does.Contain(
                $"ivr-flows/national.yaml:{line}: entry \"unanswered\" begins at \"no_anser\", which is no node. Did you mean \"no_answer\"?"
            )
        );
    }

    [Test]
    public void An_entry_that_nobody_uses()
    {
        var line = folder.Change("national.yaml", "  start: opening_hours #", "  begin: opening_hours\n  start: opening_hours #");
        Assert.That(
            folder.Faults.Single(),
            Does.StartWith($"ivr-flows/national.yaml:{line}: entry \"begin\" is never used. The entries are start,")
        );
    }

    [Test]
    public void A_node_called_back()
    {
        var line = folder.AddNodes("  back: { say: [goodbye], end: hang_up }\n");
        Tells(line, "no node may be called \"back\": that word leads out of a detour.");
    }

    [Test]
    public void Something_that_is_not_yaml()
    {
        var line = folder.Change(
            "national.yaml",
            "      \"*\": { do: give_code, to: your_code }\n    silence: { do",
            "      *: { do: give_code, to: your_code }\n    silence: { do"
        );
        Assert.That(folder.Faults.Single(), Does.StartWith($"ivr-flows/national.yaml:{line}: this cannot be read as YAML: "));
    }

    [Test]
    public void All_faults_are_told_at_once_in_the_order_of_the_files()
    {
        folder.Change("national.yaml", "      3: help\n", "      3: nobody_at_all\n");
        folder.Change("national.yaml", "      2: ask_postcode\n", "      2:\n");
        folder.Change("prompts/nn.yaml", "  unsure: Er du usikker, vent, så hjelper vi deg. For å høyre dette ein gong til, tast 9.\n", "");
        Assert.That(
            folder.Faults.Select(fault => fault.Split(": ")[1]),
            Is.EqualTo([
                "node \"other\" leads to \"nobody_at_all\" for key 3, which is no node. Write the name of a node, or add one.",
                "node \"confirm_place\" leads nowhere for key 2. Add a \"to\", or remove the key.",
                "prompt \"unsure\" is missing in nn. It exists in nb.",
            ])
        );
    }

    [Test]
    public void With_a_fault_there_is_no_flow()
    {
        folder.Change("national.yaml", "      3: help\n", "      3:\n");
        Assert.That(Flows.Read(folder.Folder).Flows, Is.Empty);
    }

    [Test]
    public void A_folder_that_does_not_exist() =>
        Assert.That(
            Flows.Read("/nowhere/flows").Faults.Single().ToString(),
            Is.EqualTo("flows:1: the folder /nowhere/flows does not exist. It holds the flows and their prompts.")
        );

    [Test]
    public void A_folder_without_a_flow()
    {
        File.Delete(folder.PathOf("national.yaml"));
        Assert.That(folder.Faults, Does.Contain("ivr-flows:1: there is no flow. Add national.yaml."));
    }

    [Test]
    public void Two_flows_of_one_name()
    {
        File.Copy(folder.PathOf("national.yaml"), folder.PathOf("second.yaml"));
        Assert.That(folder.Faults, Is.EqualTo(["ivr-flows/second.yaml:1: another flow is called \"national\" too. Rename one."]));
    }

    private void Tells(int line, string message) => Assert.That(folder.Faults, Is.EqualTo([$"ivr-flows/national.yaml:{line}: {message}"]));
}
