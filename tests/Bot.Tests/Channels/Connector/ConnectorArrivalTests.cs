using System.Text.Json.Nodes;

namespace Bot.Tests.Channels.Connector;

/// <summary>What is made of the activities that the connector brings.</summary>
public sealed class ConnectorArrivalTests
{
    private const string Citizen = ConnectorRig.Citizen;

    [Fact]
    public async Task A_citizen_who_begins_by_asking_is_told_once_who_answers()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.SayAsync("tra cứu hồ sơ", "hủy", "cảm ơn");
        Assert.Equal([rig.Introduction, "Mã hồ sơ?", "Đã hủy.", "Không có gì."], await rig.TextsAsync(4));
    }

    [Fact]
    public async Task Who_comes_in_is_greeted_once()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.BringAsync(rig.Says.Added(Citizen), rig.Says.Added(Citizen));
        await rig.SayAsync("cảm ơn");
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(2));
    }

    [Fact]
    public async Task The_bots_own_coming_is_nobodys()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var leaving = rig.Says.OfType("conversationUpdate", Citizen);
        leaving["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = Citizen });
        var nobody = rig.Says.OfType("conversationUpdate", Citizen);
        nobody["membersAdded"] = new JsonArray(null, new JsonObject(), new JsonObject { ["id"] = "" });
        await rig.BringAsync(rig.Says.Added(Citizen, rig.BotId), leaving, nobody);
        Assert.Equal((0, 0), (rig.Logged, rig.Conversations));
        // Together with the citizen it is the citizen's.
        var both = rig.Says.Added(Citizen, rig.BotId);
        both["membersAdded"]!.AsArray().Add(new JsonObject { ["id"] = Citizen });
        await rig.BringAsync(both);
        Assert.Equal(["Chào mừng."], await rig.TextsAsync(1));
    }

    [Theory]
    [InlineData("<at>Trợ lý</at> tra cứu hồ sơ")]
    [InlineData("tra cứu hồ sơ <at>Trợ lý</at>\n")]
    [InlineData("<at>Trợ lý</at> tra cứu hồ sơ <at>Trợ lý</at>")]
    public async Task In_a_group_the_bots_name_is_no_part_of_the_question(string text)
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.BringAsync(Mentioning(rig, text, rig.BotId));
        Assert.Equal([rig.Introduction, "Mã hồ sơ?"], await rig.TextsAsync(2));
        Assert.Contains("\"text\":\"tra cứu hồ sơ\"", rig.Kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_persons_name_stays_in_the_question()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.BringAsync(Mentioning(rig, "<at>Trợ lý</at> hủy", "29:somebody"));
        await rig.SentAsync(2);
        Assert.Contains("""at\u003E hủy",""", rig.Kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_in_one_group_do_not_share_a_memory()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.BringAsync(rig.Says.Message("29:one", "tra cứu hồ sơ", "1", "group"));
        await rig.SentAsync(2);
        await rig.BringAsync(rig.Says.Message("29:two", "hủy", "2", "group"));
        await rig.SentAsync(4);
        await rig.BringAsync(rig.Says.Message("29:one", "hủy", "3", "group"));
        Assert.Equal([rig.Introduction, "Mã hồ sơ?", rig.Introduction, "Không có gì để hủy.", "Đã hủy."], await rig.TextsAsync(5));
        Assert.Equal(2, rig.Conversations);
    }

    [Theory]
    [InlineData("image/png", true)]
    [InlineData("application/vnd.microsoft.teams.file.download.info", true)]
    [InlineData("", true)]
    [InlineData("text/html", false)]
    [InlineData("TEXT/HTML", false)]
    public async Task An_attachment_without_words_is_answered_and_teams_copy_of_the_text_is_none(string contentType, bool isOne)
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        await rig.BringAsync(Attaching(rig, "", contentType));
        Assert.Equal(isOne ? "Không xem được tệp." : "Hỏi gì?", (await rig.SentAsync(2))[1].Text);
        Assert.DoesNotContain("files.example", rig.Kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_with_an_attachment_are_answered_by_the_words()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        await rig.BringAsync(Attaching(rig, "cảm ơn", "text/html"), Attaching(rig, "cảm ơn", "image/png"));
        Assert.Equal(["Không có gì.", "Không có gì."], (await rig.TextsAsync(3)).Skip(1));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("installationUpdate")]
    [InlineData("messageUpdate")]
    [InlineData("somethingNew")]
    public async Task What_asks_nothing_is_acknowledged_and_not_kept(string type)
    {
        await using var rig = await ConnectorRig.StartAsync();
        var activity = rig.Says.OfType(type, Citizen);
        // Names that mean something on other channels.
        activity["name"] = "webchat/join";
        await rig.BringAsync(activity);
        activity["name"] = "handoff";
        activity["value"] = "2999-01-01T00:00:00Z";
        await rig.BringAsync(activity);
        Assert.Equal((0, 0), (rig.Logged, rig.Conversations));
        await rig.SayAsync("xin chào");
        Assert.Equal(["Chào mừng."], await rig.TextsAsync(1));
    }

    [Fact]
    public async Task The_same_activity_again_is_answered_once()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        var message = rig.Says.Message(Citizen, "hủy", "the-same");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => rig.BringAsync(message.DeepClone().AsObject())));
        await rig.BringAsync(rig.Says.Message(Citizen, "tra cứu hồ sơ", "the-same"));
        await rig.SayAsync("cảm ơn");
        await rig.BringAsync(message);
        await rig.SayAsync("cảm ơn");
        Assert.Equal(["Không có gì để hủy.", "Không có gì.", "Không có gì."], (await rig.TextsAsync(4)).Skip(1));
    }

    [Fact]
    public async Task Thirty_messages_are_answered_in_their_order()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        var numbers = Enumerable.Range(1, 30).Select(n => $"H37.15-271231-{n:D4}").ToList();
        await rig.SayAsync(numbers);
        Assert.Equal(numbers.Select(n => $"Mã tương lai {n}."), (await rig.TextsAsync(31)).Skip(1));
    }

    [Fact]
    public async Task No_name_is_kept_and_nothing_that_is_not_needed()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var (message, joined) = (rig.Says.Message(Citizen, "xin chào"), rig.Says.Added(Citizen));
        joined["membersAdded"]![0]!["name"] = "Nguyễn Văn A";
        foreach (var activity in (JsonObject[])[message, joined])
        {
            (activity["value"], activity["name"], activity["topicName"]) = (new JsonObject { ["cccd"] = "Nguyễn Văn A" }, "Nguyễn Văn A", "Nguyễn Văn A");
            (activity["channelData"], activity["entities"]) = (new JsonObject { ["a"] = "Nguyễn Văn A" }, new JsonArray(new JsonObject { ["name"] = "Nguyễn Văn A" }));
        }
        await rig.BringAsync(message, joined);
        await rig.SentAsync(1);
        Assert.Equal(3, rig.Logged);
        Assert.DoesNotContain("Nguyễn", rig.Kept, StringComparison.Ordinal);
    }

    private static JsonObject Mentioning(ConnectorRig rig, string text, string whom)
    {
        var message = rig.Says.Message(Citizen, text);
        message["entities"] = new JsonArray(null, 7, new JsonObject { ["type"] = "clientInfo" },
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Trợ lý</at>", ["mentioned"] = new JsonObject { ["id"] = whom, ["name"] = "Trợ lý" } });
        return message;
    }

    private static JsonObject Attaching(ConnectorRig rig, string text, string contentType)
    {
        var message = rig.Says.Message(Citizen, text);
        message["attachments"] = new JsonArray(null, new JsonObject { ["contentType"] = contentType, ["contentUrl"] = "https://files.example/1", ["name"] = "files.example" });
        return message;
    }
}
