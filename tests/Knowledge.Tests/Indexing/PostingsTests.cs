using Knowledge.Indexing;

namespace Knowledge.Tests.Indexing;

public class PostingsTests
{
    private const int Passages = 100;

    // Term 0 stands everywhere, term 1 in every tenth passage, term 2 nowhere.
    private static readonly Postings Postings = Postings.Build(3, Passages, add =>
    {
        for (var passage = 0; passage < Passages; passage++)
        {
            add(passage, 0, (byte)(1 + passage % 7));
            if (passage % 10 == 0) add(passage, 1, 200);
        }
    });

    [Fact]
    public void A_term_of_many_passages_is_kept_for_every_passage()
    {
        Assert.True(Postings.IsDense(0));
        Assert.Equal(Passages, Postings.Holders(0));
        Assert.Equal([1, 2, 3], Postings.Dense(0, 0, 3).ToArray());
        Assert.Equal([(byte)(1 + 99 % 7)], Postings.Dense(0, 99, 1).ToArray());
    }

    [Fact]
    public void A_term_of_few_passages_is_kept_with_their_numbers()
    {
        Assert.False(Postings.IsDense(1));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => 10 * i), Postings.Passages(1).ToArray());
        Assert.All(Postings.Worths(1).ToArray(), worth => Assert.Equal(200, worth));
    }

    [Fact]
    public void A_term_of_no_passage_and_an_unknown_one_have_no_holders()
    {
        Assert.Equal(0, Postings.Holders(2));
        Assert.Equal(0, Postings.Holders(77));
        Assert.Equal(0, Postings.Holders(-1));
    }
}
