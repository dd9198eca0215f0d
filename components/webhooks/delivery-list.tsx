import type { EventType } from "@/lib/core/events/event";
import type { DeliveryLine } from "@/lib/core/webhooks/webhook";
import { eventName } from "@/components/history/event-words";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";

type DeliveryListProps = {
  readonly deliveries: readonly DeliveryLine[];
  /** null while nothing can be sent. */
  readonly onReplay: ((delivery: DeliveryLine) => void) | null;
};

/** What was sent, the newest first, with what became of it. */
export function DeliveryList({ deliveries, onReplay }: DeliveryListProps) {
  if (deliveries.length === 0) return <p className="mt-3 text-muted">Nothing was sent yet.</p>;
  return (
    <div className="relative mt-3 overflow-x-auto" tabIndex={0} role="region" aria-label="Deliveries">
      <table className="w-full min-w-xl text-left text-xs">
        <thead className="text-muted">
          <tr>
            {["Event", "Made", "Attempts", "Answer", "Stands", ""].map((title) => (
              <th key={title} scope="col" className="py-1 pe-4 font-medium">
                {title === "" ? <span className="sr-only">Do</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {deliveries.map((delivery) => (
            <tr key={delivery.id}>
              <td className="py-1.5 pe-4">{nameOf(delivery)}</td>
              <td className="pe-4">
                <Moment at={delivery.createdAt} />
              </td>
              <td className="pe-4">{delivery.attempts}</td>
              <td className="pe-4">{delivery.status ?? "none"}</td>
              <td className="pe-4">
                <Outcome delivery={delivery} />
              </td>
              <td>
                {onReplay ? (
                  <Button
                    look="plain"
                    aria-label={`Send again: ${nameOf(delivery)}`}
                    onClick={() => {
                      onReplay(delivery);
                    }}
                  >
                    Send again
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameOf({ type }: DeliveryLine): string {
  return type === null ? "Test" : eventName(type as EventType);
}

function Outcome({ delivery: { state, nextAt } }: { readonly delivery: DeliveryLine }) {
  if (state === "delivered") return "Arrived";
  if (state === "dead") return <span className="text-warning">Did not arrive</span>;
  return (
    <>
      Waits
      {nextAt === null ? null : (
        <>
          , next try <Moment at={nextAt} />
        </>
      )}
    </>
  );
}
